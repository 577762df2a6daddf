import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidEnvelope } from '../envelope/envelope.ts';
import { refuseParameters } from '../fields/parse.ts';
import { languageOf } from '../language.ts';
import { problem } from '../problem/problem.ts';
import { traceOf } from '../problem/trace.ts';
import type { ErrorLog } from '../problem/filter.ts';
import type { Subscription } from './changes.ts';
import { follow } from './follow.ts';
import { EventWriter } from './writer.ts';

export interface ChangeStreamLimits {
  /** Streams of one session. Default 6. */
  readonly perSession?: number;
  /** Streams in all. Default 2,000. */
  readonly inAll?: number;
  /** A sign of life after so much silence, ms. Default 15,000. */
  readonly heartbeat?: number;
  /** How long a reader may leave what was sent unread, ms. Default 30,000. */
  readonly unread?: number;
  /** After how long a reader comes back when it loses the stream, ms. Default 3,000. */
  readonly retry?: number;
}

/** The streams of changes (server-sent events) that are open. */
export class ChangeStreams {
  readonly #limits: Required<ChangeStreamLimits>;
  readonly #log: ErrorLog;
  readonly #open = new Map<AbortController, string>();
  #closing = false;

  constructor(log: ErrorLog, { perSession = 6, inAll = 2_000, heartbeat = 15_000, unread = 30_000, retry = 3_000 }: ChangeStreamLimits = {}) {
    this.#log = log;
    this.#limits = { perSession, inAll, heartbeat, unread, retry };
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * Answers a request with a stream, resumed behind `Last-Event-ID` or `?after=`; resolves when it has ended.
   * @throws Problem `too-many-streams`, `stopping`; InvalidEnvelope when that is no position, InvalidFields for another parameter
   */
  async open(request: FastifyRequest, reply: FastifyReply, subscription: Subscription): Promise<void> {
    const after = resumedAt(request);
    this.#admit(subscription.session);
    const ending = new AbortController();
    this.#open.set(ending, subscription.session);
    const end = (): void => ending.abort();
    reply.hijack();
    reply.raw.on('close', end);
    const writer = new EventWriter(reply, this.#limits);
    try {
      // Nothing follows the head of an answer that has no body: it would be waited for as long as the stream is open.
      if (request.method !== 'HEAD') await follow(writer, after, subscription, this.#limits.heartbeat, ending.signal);
    } catch (error) {
      // The reader comes back with Last-Event-ID and misses nothing.
      this.#log.error({ correlationId: request.id, trace: traceOf(error) }, 'A stream of changes broke.');
    } finally {
      this.#open.delete(ending);
      end();
      writer.end();
    }
  }

  /** Ends every stream and takes no more. */
  close(): void {
    this.#closing = true;
    for (const ending of this.#open.keys()) ending.abort();
  }

  /** Ends the streams of one session: it was revoked. */
  closeSession(session: string): void {
    for (const [ending, whose] of this.#open) if (whose === session) ending.abort();
  }

  #admit(session: string): void {
    if (this.#closing) throw problem('stopping', { retryAfter: 5 });
    const { perSession, inAll } = this.#limits;
    const own = [...this.#open.values()].filter((whose) => whose === session).length;
    if (own >= perSession || this.#open.size >= inAll) throw problem('too-many-streams', { retryAfter: 10, parameters: { perSession, inAll } });
  }
}

/** Where a reader comes from: `Last-Event-ID` of a lost stream, else `?after=` with the position of the page it shows. */
function resumedAt({ headers, query }: FastifyRequest): bigint | undefined {
  const { after, ...others } = query as { readonly after?: unknown };
  refuseParameters(others, languageOf(headers['accept-language']));
  const [path, sent] = headers['last-event-id'] ? ['Last-Event-ID', headers['last-event-id'] as unknown] : ['after', after];
  if (sent === undefined) return undefined;
  if (typeof sent === 'string' && /^\d{1,18}$/.test(sent)) return BigInt(sent);
  throw new InvalidEnvelope([{ path, code: 'not-a-position', details: {} }]);
}
