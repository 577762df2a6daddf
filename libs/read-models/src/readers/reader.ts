import type { Worker } from 'node:worker_threads';
import { startWorker } from '../start-worker.ts';
import type { FromReader, ReaderData, ReaderJob, ReaderResult, ToReader } from './messages.ts';

export interface ReaderEvents {
  readonly result: (result: ReaderResult) => void;
  readonly died: (reader: Reader, why: string) => void;
}

/** How long a thread may take until it has loaded SQLite, ms. */
const loading = 2_000;

/** One reading thread, as the pool sees it: what it was given and has not answered. */
export class Reader {
  readonly #on: ReaderEvents;
  readonly #running = new Int32Array(new SharedArrayBuffer(4));
  readonly #given = new Map<number, ReaderJob>();
  #worker: Worker | undefined;
  #outbox: ReaderJob[] = [];
  #hasAnswered = false;
  #seen: { id: number; since: number } = { id: 0, since: 0 };

  constructor(on: ReaderEvents) {
    this.#on = on;
  }

  /** Starts the thread, unless it runs. The first job does so too: a thread that cannot start is not started in a circle. */
  start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = startWorker('./readers/reader.worker', { running: this.#running } satisfies ReaderData);
    worker.on('message', (results: FromReader) => {
      this.#hasAnswered = true;
      for (const result of results) if (this.#given.delete(result.id)) this.#on.result(result);
    });
    worker.on('error', (error) => this.#on.died(this, error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => this.#on.died(this, 'its thread ended'));
    this.#worker = worker;
    return worker;
  }

  get load(): number {
    return this.#given.size;
  }

  /** Jobs of one turn of the event loop travel in one message. */
  give(job: ReaderJob): void {
    this.#given.set(job.id, job);
    if (this.#outbox.push(job) > 1) return;
    setImmediate(() => {
      const jobs = this.#outbox;
      this.#outbox = [];
      if (jobs.length > 0) this.start().postMessage({ jobs } satisfies ToReader);
    });
  }

  forget(file: string): void {
    this.#worker?.postMessage({ forget: file } satisfies ToReader);
  }

  /** The job that has been running longer than `limitMs` at the instant `now`, as far as it was looked at. */
  overdue(now: number, limitMs: number): number | undefined {
    const id = Atomics.load(this.#running, 0);
    if (id !== this.#seen.id) this.#seen = { id, since: now };
    return id !== 0 && now - this.#seen.since > limitMs ? id : undefined;
  }

  /** Ends the thread and says what it leaves unanswered. SQLite is ended as soon as it returns; nobody waits for that. */
  end(): readonly ReaderJob[] {
    const left = [...this.#given.values()];
    this.#given.clear();
    this.#outbox = [];
    const worker = this.#worker;
    worker?.removeAllListeners();
    worker?.on('error', () => undefined);
    const end = (): void => void worker?.terminate();
    if (this.#hasAnswered || left.length === 0) end();
    else {
      // Its first job loads SQLite: a thread that is ended in the middle of that takes the whole process with it.
      worker?.once('message', end);
      setTimeout(end, loading).unref();
    }
    return left;
  }
}
