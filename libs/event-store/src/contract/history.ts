import { ConcurrencyConflict } from '../errors.ts';
import type { Appended, EventStore, ExpectedRevision, NewEvent, StoredEvent } from '../port.ts';
import { collected } from './scene.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Append extends Span {
  readonly stream: string;
  readonly ids: readonly string[];
  readonly expected: ExpectedRevision;
  readonly outcome: Appended | ConcurrencyConflict;
}

interface Read extends Span {
  /** Absent: the whole log. */
  readonly stream?: string;
  readonly events: readonly StoredEvent[];
}

/** Notes what concurrent clients did and saw, in logical time, and checks afterwards that one log explains it all. */
export class History {
  readonly #store: EventStore;
  readonly #since: bigint;
  readonly #appends: Append[] = [];
  readonly #reads: Read[] = [];
  #now = 0;

  constructor(store: EventStore, since: bigint) {
    this.#store = store;
    this.#since = since;
  }

  /** Appends, notes it, and gives the revision at which the stream is now known to be. */
  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<number> {
    const start = this.#now++;
    const outcome = await this.#store.append(stream, events, expected).catch((error: unknown) => {
      if (error instanceof ConcurrencyConflict) return error;
      throw error;
    });
    this.#appends.push({ start, end: this.#now++, stream, ids: events.map(({ id }) => id), expected, outcome });
    return outcome instanceof ConcurrencyConflict ? outcome.actual : outcome.lastRevision;
  }

  async readStream(stream: string): Promise<number> {
    const start = this.#now++;
    const events = await collected(this.#store.readStream(stream));
    this.#reads.push({ start, end: this.#now++, stream, events });
    return events.length - 1;
  }

  async readLog(): Promise<void> {
    const start = this.#now++;
    const events = await collected(this.#store.readAll({ from: this.#since }));
    this.#reads.push({ start, end: this.#now++, events });
  }

  /** Violations, as sentences; `streams`: those that only this history wrote. */
  async violations(streams: readonly string[]): Promise<string[]> {
    const own = new Set(streams);
    const log = (await collected(this.#store.readAll({ from: this.#since }))).filter(({ stream }) => own.has(stream));
    return [...this.#disorder(log), ...this.#losses(log), ...this.#phantoms(), ...this.#regressions(log, own)];
  }

  get #recorded(): (Append & { outcome: Appended })[] {
    return this.#appends.flatMap((append) => (append.outcome instanceof ConcurrencyConflict ? [] : [{ ...append, outcome: append.outcome }]));
  }

  *#disorder(log: readonly StoredEvent[]): Generator<string> {
    const next = new Map<string, number>();
    let last = this.#since;
    for (const { stream, revision, position } of log) {
      if (position <= last) yield `position ${position} does not increase`;
      if (revision !== (next.get(stream) ?? 0)) yield `${stream} has revision ${revision} where ${next.get(stream) ?? 0} should be`;
      next.set(stream, revision + 1);
      last = position;
    }
  }

  /** Each acknowledged event stands once, where it was said to; and nothing else stands. */
  *#losses(log: readonly StoredEvent[]): Generator<string> {
    const unexplained = new Map(log.map((event) => [`${event.stream} ${event.revision}`, event]));
    for (const { stream, ids, outcome } of this.#recorded) {
      for (const [index, id] of ids.entries()) {
        const place = `${stream} ${outcome.firstRevision + index}`;
        const event = unexplained.get(place);
        if (event?.id !== id) yield `the acknowledged event at ${place} is not there`;
        if (index === ids.length - 1 && event?.position !== outcome.position) yield `the event at ${place} has another position than was said`;
        unexplained.delete(place);
      }
    }
    for (const place of unexplained.keys()) yield `the event at ${place} was never acknowledged`;
  }

  /** A conflict is true if the stream may have stood at the actual revision at some moment of the call. */
  *#phantoms(): Generator<string> {
    for (const { stream, expected, outcome, start, end } of this.#appends) {
      if (!(outcome instanceof ConcurrencyConflict)) continue;
      const { actual } = outcome;
      if (actual === (expected === 'none' ? -1 : expected)) yield `${stream} conflicts at the expected revision ${actual}`;
      const others = this.#recorded.filter((other) => other.stream === stream);
      const reached = actual === -1 || others.some((other) => other.outcome.lastRevision === actual && other.start < end);
      const left = others.some((other) => other.outcome.firstRevision === actual + 1 && other.end < start);
      if (!reached || left) yield `${stream} conflicts at ${actual}, where it did not stand during the call`;
    }
  }

  /** A read shows a beginning of the final log that holds all that was acknowledged, and all that was seen, before it began. */
  *#regressions(log: readonly StoredEvent[], own: ReadonlySet<string>): Generator<string> {
    for (const { stream, events, start } of this.#reads) {
      const concerns = (other: string): boolean => (stream === undefined ? own.has(other) : other === stream);
      const [seen, final] = [events.filter((event) => concerns(event.stream)), log.filter((event) => concerns(event.stream))];
      const name = stream ?? 'the log';
      if (seen.some((event, index) => event.id !== final[index]?.id)) yield `a read of ${name} shows what the log does not begin with`;
      const ids = new Set(seen.map(({ id }) => id));
      const acknowledged = this.#recorded.filter((append) => concerns(append.stream) && append.end < start);
      if (acknowledged.some((append) => append.ids.some((id) => !ids.has(id)))) yield `a read of ${name} misses what was acknowledged before it`;
      const earlier = this.#reads.filter((read) => read.stream === stream && read.end < start);
      if (earlier.some((read) => read.events.filter((event) => concerns(event.stream)).length > seen.length))
        yield `a read of ${name} shows less than one before it`;
    }
  }
}
