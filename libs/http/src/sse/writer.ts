import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Change } from './changes.ts';

/** Writes server-sent events (HTML Living Standard §9.2) to one reader, no faster than it reads. */
export class EventWriter {
  readonly #response: ServerResponse;
  readonly #unread: number;

  constructor(reply: FastifyReply, { unread, retry }: { readonly unread: number; readonly retry: number }) {
    this.#response = reply.raw;
    this.#unread = unread;
    const headers = Object.entries(reply.getHeaders()).filter((header): header is [string, string | number | string[]] => header[1] !== undefined);
    for (const [name, value] of headers) this.#response.setHeader(name, value);
    // Proxies must pass on what is written at once.
    this.#response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    this.#response.write(`retry: ${retry}\n\n`);
  }

  /** True once nobody reads any more. */
  get gone(): boolean {
    return this.#response.destroyed;
  }

  /** `id` only with the last change of a position. */
  async change({ event, data }: Change, signal: AbortSignal, id?: bigint): Promise<void> {
    await this.#write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`, signal);
  }

  /** Tells how far the reader has come, though nothing was for it. An id without data dispatches no event. */
  async passed(position: bigint, signal: AbortSignal): Promise<void> {
    await this.#write(`id: ${position}\n\n`, signal);
  }

  async heartbeat(signal: AbortSignal): Promise<void> {
    await this.#write(': alive\n\n', signal);
  }

  end(): void {
    if (!this.gone) this.#response.end();
  }

  async #write(text: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.gone || this.#response.write(text)) return;
    const given = new AbortController();
    const either = AbortSignal.any([signal, given.signal]);
    const drained = once(this.#response, 'drain', { signal: either }).then(
      () => true,
      () => true,
    );
    const late = wait(this.#unread, false, { signal: either }).catch(() => true);
    const inTime = await Promise.race([drained, late]);
    given.abort();
    // A reader that does not read keeps memory: it comes back and resumes.
    if (!inTime) this.#response.destroy();
  }
}
