import { QueryFailed, QueryTooSlow, ReadersBusy, ReadModelsClosed, TooManyRows } from '../errors.ts';
import type { ReaderJob, ReaderResult, ReaderStatement, Row } from './messages.ts';
import { Reader } from './reader.ts';

export interface ReaderPoolOptions {
  /** Threads. */
  readonly readers: number;
  /** Most rows of one statement. */
  readonly rowLimit: number;
  /** Longest run of one query, ms. */
  readonly timeLimitMs: number;
  /** Most queries that wait for a thread. */
  readonly maxWaiting: number;
}

export interface Read {
  readonly rows: readonly (readonly Row[])[];
  readonly position: bigint;
}

interface Pending {
  readonly job: ReaderJob;
  readonly resolve: (read: Read) => void;
  readonly reject: (error: Error) => void;
  /** Threads that died while they had it. */
  deaths: number;
}

/** Jobs that a thread holds at a time: enough to keep it busy, few enough that a slow one holds up few. */
const held = 8;

/** The reading threads. A query that takes too long costs its thread, which is replaced; the others go on elsewhere. */
export class ReaderPool {
  readonly #options: ReaderPoolOptions;
  readonly #pending = new Map<number, Pending>();
  #readers: Reader[];
  #waiting: Pending[] = [];
  #lastId = 0;
  #watch: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: ReaderPoolOptions) {
    this.#options = options;
    this.#readers = Array.from({ length: options.readers }, () => this.#reader());
    // The others when that one has something to do already: many a node never needs them.
    this.#readers[0]?.start();
  }

  /** @throws TooManyRows, QueryTooSlow, ReadersBusy, QueryFailed */
  read(file: string, statements: readonly ReaderStatement[], rowLimit = this.#options.rowLimit): Promise<Read> {
    return this.#do({ file, statements, rowLimit });
  }

  /** Moves what was committed into the file itself, in a reading thread, so that the projector need not stop for it. @throws as `read` */
  async checkpoint(file: string): Promise<void> {
    await this.#do({ file, statements: [], rowLimit: 0, checkpoint: true });
  }

  #do(what: Omit<ReaderJob, 'id'>): Promise<Read> {
    if (this.#closed) return Promise.reject(new ReadModelsClosed());
    if (this.#waiting.length >= this.#options.maxWaiting) return Promise.reject(new ReadersBusy(this.#waiting.length));
    this.#lastId = (this.#lastId % 0x7fffffff) + 1;
    const job: ReaderJob = { id: this.#lastId, ...what };
    return new Promise((resolve, reject) => {
      const pending = { job, resolve, reject, deaths: 0 };
      this.#pending.set(job.id, pending);
      this.#waiting.push(pending);
      this.#hand();
      this.#watch ??= setInterval(() => this.#look(), Math.max(5, this.#options.timeLimitMs / 4)).unref();
    });
  }

  /** The file is gone, or about to go. */
  forget(file: string): void {
    for (const reader of this.#readers) reader.forget(file);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#watch);
    for (const reader of this.#readers) reader.end();
    for (const { reject } of this.#pending.values()) reject(new ReadModelsClosed());
    this.#pending.clear();
    this.#waiting = [];
  }

  #reader(): Reader {
    return new Reader({ result: (result) => this.#settle(result), died: (reader, why) => this.#died(reader, why) });
  }

  #hand(): void {
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const reader = this.#readers.reduce((least, each) => (each.load < least.load ? each : least));
      if (reader.load >= held) return;
      this.#waiting.shift();
      reader.give(next.job);
    }
  }

  #settle(result: ReaderResult): void {
    const pending = this.#pending.get(result.id);
    if (!pending) return;
    this.#pending.delete(result.id);
    if ('rows' in result) pending.resolve(result);
    else if ('tooMany' in result) pending.reject(new TooManyRows(pending.job.rowLimit));
    else pending.reject(new QueryFailed(result.code, result.message));
    this.#hand();
    if (this.#pending.size > 0 || !this.#watch) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  #look(): void {
    const now = performance.now();
    for (const reader of this.#readers) {
      const id = reader.overdue(now, this.#options.timeLimitMs);
      if (id === undefined) continue;
      const left = this.#replace(reader).filter((job) => job.id !== id);
      this.#pending.get(id)?.reject(new QueryTooSlow(this.#options.timeLimitMs));
      this.#pending.delete(id);
      this.#again(left);
    }
  }

  #died(reader: Reader, why: string): void {
    if (this.#closed || !this.#readers.includes(reader)) return;
    const left = this.#replace(reader);
    for (const { id } of left) {
      const pending = this.#pending.get(id);
      if (!pending || ++pending.deaths < 2) continue;
      this.#pending.delete(id);
      pending.reject(new QueryFailed('READER_DIED', why));
    }
    this.#again(left);
  }

  #replace(reader: Reader): readonly ReaderJob[] {
    const left = reader.end();
    this.#readers = this.#readers.map((each) => (each === reader ? this.#reader() : each));
    return left;
  }

  /** Queries only read: what a lost thread left is simply asked again, first. */
  #again(jobs: readonly ReaderJob[]): void {
    this.#waiting.unshift(...jobs.flatMap(({ id }) => this.#pending.get(id) ?? []));
    this.#hand();
  }
}
