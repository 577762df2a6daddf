import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#kernel';
import { judge, refusal, type Verdict } from '../append-rules.ts';
import type { AppendedSignal } from '../appended-signal.ts';
import { EventStoreUnavailable, InvalidAppend, OutcomeUnknown } from '../errors.ts';
import type { Appended, ExpectedRevision, NewEvent, StoredEvent } from '../port.ts';
import type { AppendLine } from './append-line.ts';
import { jitter, type Reach } from './reach.ts';
import type { ServerDisk } from './server-disk.ts';

export interface AppenderParts {
  readonly line: AppendLine;
  readonly reach: Reach;
  readonly disk: Pick<ServerDisk, 'full'>;
  readonly appended: AppendedSignal;
  readonly clock: Clock;
  readonly attemptTimeout: number;
  readonly maxQueuedBytes: number;
  /** The events that stand in a stream from a revision on, at most `count`. */
  readonly standing: (stream: string, from: number, count: number, deadline: number) => Promise<readonly StoredEvent[]>;
}

/**
 * Appends until the outcome is known or the deadline has come. Only exact revisions with ids made of the bytes are sent,
 * so that trying again can neither write twice nor take another's event for one's own.
 */
export class Appender {
  readonly #parts: AppenderParts;
  /** Appends under way by where their first event goes, so that the same append twice at once is told apart. */
  readonly #underWay = new Map<string, Promise<unknown>>();
  #queuedBytes = 0;

  constructor(parts: AppenderParts) {
    this.#parts = parts;
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, bytes: number, deadline: number): Promise<Appended> {
    if (this.#queuedBytes + bytes > this.#parts.maxQueuedBytes && this.#queuedBytes > 0)
      throw new EventStoreUnavailable('Too many appends are waiting for EventStoreDB. Try again.');
    const place = `${stream} ${expected} ${events[0]?.id ?? ''}`;
    const before = this.#underWay.get(place);
    const outcome = (before ? before.catch(() => undefined) : Promise.resolve()).then(() => this.#persist(stream, events, expected, deadline));
    this.#underWay.set(place, outcome);
    this.#queuedBytes += bytes;
    try {
      return await outcome;
    } finally {
      this.#queuedBytes -= bytes;
      if (this.#underWay.get(place) === outcome) this.#underWay.delete(place);
    }
  }

  async #persist(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, deadline: number): Promise<Appended> {
    const { line, reach, disk, appended, clock, attemptTimeout } = this.#parts;
    const firstRevision = expected === 'none' ? 0 : expected + 1;
    let doubt: string | undefined;
    for (let attempts = 1; ; attempts++) {
      if (!(await reach.ready(deadline))) throw unresolved(doubt, reach.away?.why);
      if (disk.full !== undefined) throw unresolved(doubt, disk.full, { retryAfter: 10, diskFull: true });
      if (attempts > 2) await pause(Math.min(10 * 2 ** attempts, 400) * jitter(), undefined, { ref: false });
      const left = deadline - clock.now();
      if (left <= 0) throw unresolved(doubt, undefined);
      const known = appended.head;
      const attempt = await line.send(stream, events, expected, Math.min(left, attemptTimeout));
      switch (attempt.kind) {
        case 'written': {
          if (attempt.position <= known) return this.#settled(stream, events, expected, undefined, deadline);
          appended.tell(attempt.position);
          return { firstRevision, lastRevision: firstRevision + events.length - 1, position: attempt.position, repeated: false };
        }
        case 'conflict':
          return this.#settled(stream, events, expected, attempt.actual, deadline);
        case 'refused':
          throw unresolved(doubt, attempt.why);
        case 'too-large':
          throw new InvalidAppend(`An append to ${stream} is too large. ${attempt.why}`);
        case 'unknown':
          doubt = attempt.why;
          reach.failed(attempt.why);
          break;
        case 'unwritten':
          reach.failed(attempt.why);
      }
    }
  }

  /** What stands there decides: the server said that these events were there before, or that the stream is elsewhere. */
  async #settled(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, actual: number | undefined, deadline: number): Promise<Appended> {
    const firstRevision = expected === 'none' ? 0 : expected + 1;
    const stood = await this.#parts.standing(stream, firstRevision, events.length, deadline).catch((error: unknown) => {
      throw new OutcomeUnknown('What stands in the stream could not be read.', { cause: error });
    });
    const verdict: Verdict = judge(events, expected, {
      actual: actual ?? stood.at(-1)?.revision ?? -1,
      commandKnown: () => false,
      at: (revision) => {
        const event = stood[revision - firstRevision];
        return event && { ...event, position: Number(event.position) };
      },
    });
    switch (verdict.kind) {
      case 'repeated': {
        const position = BigInt(verdict.lastPosition);
        this.#parts.appended.tell(position);
        return { firstRevision, lastRevision: firstRevision + events.length - 1, position, repeated: true };
      }
      case 'conflict':
      case 'duplicate':
        throw refusal(stream, expected, verdict);
      case 'new':
        throw new OutcomeUnknown('EventStoreDB says that the stream is elsewhere, and shows it where it was expected.');
    }
  }
}

/** Once an attempt is in doubt nothing but an answer can settle it; before that nothing was written. */
const unresolved = (doubt: string | undefined, why: string | undefined, how: { retryAfter: number; diskFull?: boolean } = { retryAfter: 2 }): Error =>
  doubt === undefined
    ? new EventStoreUnavailable(`EventStoreDB does not take appends now. ${why ?? ''}`.trim(), how)
    : new OutcomeUnknown(`EventStoreDB does not answer. ${doubt}`);
