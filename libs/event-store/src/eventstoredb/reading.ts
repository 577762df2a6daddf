import type { Clock } from '#kernel';
import { EventStoreUnavailable, UnknownPosition } from '../errors.ts';
import type { StoredEvent } from '../port.ts';
import { failureOf } from './failures.ts';
import type { LogEnd } from './log-end.ts';
import type { LogPage, LogPages } from './log-pages.ts';
import type { Messages } from './messages.ts';
import type { Reach } from './reach.ts';
import type { Silence } from './unless-silent.ts';
import type { ReadReq, ReadResp, Wire } from './wire.ts';
import { within } from './within.ts';

export interface ReadingParts {
  readonly wire: Wire;
  readonly messages: Messages;
  readonly reach: Reach;
  readonly end: LogEnd;
  readonly pages: LogPages;
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
  async log(from: bigint | undefined, backwards: boolean, count: number): Promise<readonly StoredEvent[]> {
    const { pages, messages } = this.#parts;
    if (backwards) return this.#page(pages.before(from, count));
    const after = from ?? 0n;
    try {
      return await this.#page(pages.after(after, count));
    } catch (error) {
      if (!(error instanceof UnknownPosition)) throw error;
      // The server takes only the place of a record for a position: the next number may be one.
      const [first] = await this.#events(messages.readAt(after + 1n));
      const rest = count - (first ? 1 : 0);
      return [...(first ? [first] : []), ...(rest > 0 ? await this.#page(pages.after(after + 1n, rest)) : [])];
    }
  }

  /** The position of the last event of own streams; 0n: there is none. @throws EventStoreUnavailable */
  async head(): Promise<bigint> {
    const { end, wire, patience } = this.#parts;
    const looked = this.#answered((ms) => end.look((request) => answersOf(wire, request, { ms }), ms));
    return within(looked, patience + grace, () => unavailable('What others have recorded there is still being looked through.'));
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

  async #page(page: LogPage): Promise<readonly StoredEvent[]> {
    await this.#answered((ms) => page.attempt(ms), { position: page.from, through: () => page.through });
    return page.events;
  }

  async #events(request: ReadReq, deadline?: number): Promise<StoredEvent[]> {
    const answers = await this.#answers(request, deadline);
    return answers.flatMap((answer) => this.#parts.messages.eventIn(answer) ?? []);
  }

  async #answers(request: ReadReq, deadline?: number): Promise<readonly ReadResp[]> {
    const { wire, clock } = this.#parts;
    const most = deadline === undefined ? {} : { most: Math.max(0, deadline - clock.now()) };
    return this.#answered((ms) => answersOf(wire, request, { ms, ...most }), { deadline, position: positionOf(request) });
  }

  /** Attempts it until the server answers, or has brought it no further for the patience. */
  async #answered<T>(attempt: (silence: number) => Promise<T>, { deadline, position = 0n, through }: Attempts = {}): Promise<T> {
    const { reach, clock, patience, attemptTimeout } = this.#parts;
    for (let [until, before] = [deadline ?? clock.now() + patience, through?.()]; ;) {
      if (!(await reach.ready(until))) throw unavailable(reach.away?.why);
      const left = until - clock.now();
      if (left <= 0) throw unavailable('It did not answer in time.');
      try {
        return await attempt(Math.min(left, attemptTimeout));
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'position') throw new UnknownPosition(position, { cause: error });
        if (failure.kind !== 'away') throw unavailable(failure.why, error);
        reach.failed(failure.why);
        const now = through?.();
        if (now !== before) [until, before] = [clock.now() + patience, now];
      }
    }
  }
}

interface Attempts {
  /** The caller's own; absent: the patience. */
  readonly deadline?: number | undefined;
  /** Where in the log it is asked for. */
  readonly position?: bigint;
  /** How far attempts have come. */
  readonly through?: () => bigint;
}

/** All answers to a read; none when the stream does not exist. */
export async function answersOf(wire: Wire, request: ReadReq, silence: Silence): Promise<readonly ReadResp[]> {
  const answers: ReadResp[] = [];
  try {
    await wire.read(request, silence, (answer) => answers.push(answer));
  } catch (error) {
    if (failureOf(error).kind === 'not-found') return [];
    throw error;
  }
  return answers.some((answer) => answer.hasStreamNotFound()) ? [] : answers;
}

/** How much longer than the patience the log's end is waited for, ms: a server that is away says why. */
const grace = 200;

const unavailable = (why = '', cause?: unknown): EventStoreUnavailable =>
  new EventStoreUnavailable(`EventStoreDB cannot be read now. ${why}`.trim(), { retryAfter: 2, cause });

const positionOf = (request: ReadReq): bigint => BigInt(request.getOptions()?.getAll()?.getPosition()?.getCommitPosition() ?? 0);
