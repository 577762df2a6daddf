import type { AppendedSignal } from '../appended-signal.ts';
import { UnknownPosition } from '../errors.ts';
import type { StoredEvent } from '../port.ts';
import { failureOf } from './failures.ts';
import type { Messages } from './messages.ts';
import type { ReadReq, ReadResp } from './wire.ts';

type Read = (request: ReadReq) => Promise<readonly ReadResp[]>;

const most = 1_000;

/**
 * Where the own streams end, on a server that may hold many others' records. The server can look for the last own event
 * only record by record: so the last record of all is asked for, which costs nothing, and when it is somebody else's,
 * only what came since the last look is looked through (docs/adr/0044).
 */
export class LogEnd {
  readonly #messages: Messages;
  readonly #appended: AppendedSignal;
  /** Every record up to here was looked through. */
  #through: bigint | undefined;

  constructor(messages: Messages, appended: AppendedSignal) {
    this.#messages = messages;
    this.#appended = appended;
  }

  /** Where the last look ended: every own event up to here was told to `appended`. */
  get through(): bigint {
    return this.#through ?? 0n;
  }

  /** The position of the last event of own streams, which is told to `appended`; 0n: there is none. */
  async look(read: Read): Promise<bigint> {
    const [answer] = await read(this.#messages.readEnd());
    const last = answer?.getEvent();
    if (!last) return this.#appended.head;
    const end = this.#messages.positionOf(last);
    const own = this.#messages.event(last);
    if (own) this.#appended.tell(own.position);
    else if (this.#through === undefined) await this.#backwards(read);
    else if (end > this.#through) await this.#forwards(read, this.#through).catch((error: unknown) => this.#fromTheEnd(read, error));
    if (this.#through === undefined || end > this.#through) this.#through = end;
    return this.#appended.head;
  }

  /** From the end: the first look, when nothing is known. */
  async #backwards(read: Read): Promise<void> {
    const [last] = this.#eventsIn(await read(this.#messages.readLog(undefined, true, 1)));
    if (last) this.#appended.tell(last.position);
  }

  async #forwards(read: Read, through: bigint): Promise<void> {
    let from = through > this.#appended.head ? through : this.#appended.head;
    for (;;) {
      const events = this.#eventsIn(await read(this.#messages.readLog(from, false, most)));
      const last = events.at(-1);
      if (last) this.#appended.tell(last.position);
      // The first of them is the one at the position itself, if that is an own one.
      if (!last || events.length < most || last.position <= from) return;
      from = last.position;
    }
  }

  /** A server that was restored, or a leader that was deposed, may no longer have the record at which the last look ended. */
  #fromTheEnd(read: Read, error: unknown): Promise<void> {
    if (error instanceof UnknownPosition || failureOf(error).kind === 'position') return this.#backwards(read);
    throw error;
  }

  #eventsIn(answers: readonly ReadResp[]): readonly StoredEvent[] {
    return answers.flatMap((answer) => {
      const read = answer.getEvent();
      const event = read && this.#messages.event(read);
      return event ? [event] : [];
    });
  }
}
