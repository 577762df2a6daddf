import type { Clock } from '#kernel';
import { EventStoreUnavailable, UnknownPosition } from '../errors.ts';
import type { StoredEvent } from '../port.ts';
import { failureOf } from './failures.ts';
import type { LogEnd } from './log-end.ts';
import type { Messages } from './messages.ts';
import type { Reach } from './reach.ts';
import type { ReadReq, Wire } from './wire.ts';
import { within } from './within.ts';

export interface ReadingParts {
  readonly wire: Wire;
  readonly messages: Messages;
  readonly reach: Reach;
  readonly end: LogEnd;
  readonly clock: Clock;
  readonly patience: number;
  readonly attemptTimeout: number;
}

/** Reads pages of streams and of the log. A server that does not answer is asked again until the patience is over. */
export class Reading {
  readonly #parts: ReadingParts;

  constructor(parts: ReadingParts) {
    this.#parts = parts;
  }

  /** Up to `count` events of a stream; none when it does not exist. `from` is inclusive. @throws EventStoreUnavailable */
  async stream(name: string, from: number | undefined, backwards: boolean, count: number, deadline?: number): Promise<StoredEvent[]> {
    const { messages } = this.#parts;
    return this.#events(messages.readStream(name, from ?? (backwards ? 'end' : 0), backwards, count), deadline);
  }

  /** Up to `count` events of own streams after (backwards: before) a position. @throws EventStoreUnavailable, UnknownPosition */
  async log(from: bigint | undefined, backwards: boolean, count: number): Promise<StoredEvent[]> {
    const { messages } = this.#parts;
    if (backwards || from === undefined || from === 0n) return this.#events(messages.readLog(from === 0n ? undefined : from, backwards, count));
    // Forwards the server begins with the event at the position itself, and takes no other number for a position.
    const events = await this.#events(messages.readLog(from, false, count + 1)).catch((error: unknown) => {
      if (error instanceof UnknownPosition) return this.#events(messages.readLog(from + 1n, false, count));
      throw error;
    });
    return events[0] && events[0].position <= from ? events.slice(1) : events.slice(0, count);
  }

  /** The position of the last event of own streams; 0n: there is none. @throws EventStoreUnavailable */
  head(): Promise<bigint> {
    return this.#parts.end.look((request) => this.#answers(request));
  }

  /** @throws UnknownPosition when no record of this server stands at the position: it is another server's, or one restored from before it */
  async assertKnown(position: bigint): Promise<void> {
    const { messages } = this.#parts;
    const [end] = await this.#answers(messages.readEnd());
    const record = end?.getEvent();
    const last = record ? messages.positionOf(record) : 0n;
    if (position > last) throw new UnknownPosition(position);
    await this.#answers(messages.readAt(position));
  }

  async #events(request: ReadReq, deadline?: number): Promise<StoredEvent[]> {
    const answers = await this.#answers(request, deadline);
    return answers.flatMap((answer) => {
      const read = answer.getEvent();
      const event = read && this.#parts.messages.event(read);
      return event ? [event] : [];
    });
  }

  async #answers(request: ReadReq, until?: number): ReturnType<Wire['read']> {
    const { wire, reach, clock, patience, attemptTimeout } = this.#parts;
    const deadline = until ?? clock.now() + patience;
    for (;;) {
      if (!(await reach.ready(deadline))) throw unavailable(reach.away?.why);
      const left = deadline - clock.now();
      if (left <= 0) throw unavailable('It did not answer in time.');
      try {
        const answers = await within(wire.read(request, Math.min(left, attemptTimeout)), Math.min(left, attemptTimeout) + grace);
        return answers.some((answer) => answer.hasStreamNotFound()) ? [] : answers;
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'not-found') return [];
        if (failure.kind === 'position') throw new UnknownPosition(positionOf(request), { cause: error });
        if (failure.kind !== 'away') throw unavailable(failure.why, error);
        reach.failed(failure.why);
      }
    }
  }
}

/** The client knows deadlines of calls but not of what comes before them: finding out which node leads. */
const grace = 200;

const unavailable = (why = '', cause?: unknown): EventStoreUnavailable =>
  new EventStoreUnavailable(`EventStoreDB cannot be read now. ${why}`.trim(), { retryAfter: 2, cause });

const positionOf = (request: ReadReq): bigint => BigInt(request.getOptions()?.getAll()?.getPosition()?.getCommitPosition() ?? 0);
