import type { AppendedSignal } from '../appended-signal.ts';
import { UnknownPosition } from '../errors.ts';
import { failureOf } from './failures.ts';
import type { LogPages } from './log-pages.ts';
import type { Messages } from './messages.ts';
import type { ReadReq, ReadResp } from './wire.ts';

type Read = (request: ReadReq) => Promise<readonly ReadResp[]>;

interface LogEndParts {
  readonly messages: Messages;
  readonly appended: AppendedSignal;
  readonly pages: LogPages;
}

const most = 1_000;

/**
 * Where the own streams end, on a server that may hold many others' records. The server can look for the last own event
 * only record by record: so the last record of all is asked for, which costs nothing, and when it is somebody else's,
 * only what came since the last look is looked through (docs/adr/0044). How far that came stays known when whoever asked
 * waits no longer, or the server goes away meanwhile.
 */
export class LogEnd {
  readonly #parts: LogEndParts;
  /** Every record up to here was looked through. */
  #through: bigint | undefined;
  #passing: Promise<void> | undefined;

  constructor(parts: LogEndParts) {
    this.#parts = parts;
  }

  /** Where the last look ended: every own event up to here was told to `appended`. */
  get through(): bigint {
    return this.#through ?? 0n;
  }

  /**
   * The position of the last event of own streams, which is told to `appended`; 0n: there is none. `silence`: how long the
   * server may say nothing while it looks through others' records, ms.
   */
  async look(read: Read, silence: number): Promise<bigint> {
    const { messages, appended } = this.#parts;
    const [answer] = await read(messages.readEnd());
    const last = answer?.getEvent();
    if (!last) return appended.head;
    const end = messages.positionOf(last);
    const own = messages.event(last);
    if (own) {
      appended.tell(own.position);
      this.#reached(end);
    }
    // One that is under way may have begun before this record was there.
    while (this.#through === undefined || this.#through < end) await (this.#passing ??= this.#pass(end, silence).finally(() => (this.#passing = undefined)));
    return appended.head;
  }

  /** Looks through everything up to a record that is there. */
  async #pass(end: bigint, silence: number): Promise<void> {
    if (this.#through === undefined) await this.#backwards(silence);
    else await this.#forwards(this.#through, silence).catch((error: unknown) => this.#fromTheEnd(silence, error));
    this.#reached(end);
  }

  /** From the end: the first look, when nothing is known. */
  async #backwards(silence: number): Promise<void> {
    const { pages, appended } = this.#parts;
    const page = pages.before(undefined, 1);
    await page.attempt(silence);
    for (const { position } of page.events) appended.tell(position);
  }

  async #forwards(through: bigint, silence: number): Promise<void> {
    const { pages, appended } = this.#parts;
    for (let page = pages.after(through > appended.head ? through : appended.head, most); ; page = pages.after(page.through, most)) {
      try {
        await page.attempt(silence);
      } finally {
        // As far as an attempt came before it failed nothing is looked for again.
        appended.tell(page.events.at(-1)?.position ?? 0n);
        this.#reached(page.through);
      }
      if (page.events.length < most) return;
    }
  }

  /** A server that was restored, or a leader that was deposed, may no longer have the record at which the last look ended. */
  #fromTheEnd(silence: number, error: unknown): Promise<void> {
    if (error instanceof UnknownPosition || failureOf(error).kind === 'position') return this.#backwards(silence);
    throw error;
  }

  #reached(position: bigint): void {
    if (this.#through === undefined || position > this.#through) this.#through = position;
  }
}
