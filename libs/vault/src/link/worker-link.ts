import { Worker } from 'node:worker_threads';
import { fromPort, VaultUnavailable } from '../errors.ts';
import type { Answer, FromWorker, Request } from './serve.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly weight: number;
}

export interface LinkOptions {
  /** The worker's name without extension, beside `base`: '../writer.worker'. */
  readonly module: string;
  readonly base: string;
  readonly data: () => unknown;
  /** The weight (values, bytes; the caller's unit) that may wait for an answer; beyond it, calls are refused. */
  readonly mostWaiting: number;
}

type Inputs<Ops, K extends keyof Ops> = Ops[K] extends (input: infer Input) => unknown ? Input : never;
type Results<Ops, K extends keyof Ops> = Ops[K] extends (input: never) => infer Result ? Result : never;

const closed = () => new VaultUnavailable({ why: 'it is being closed.' });

/**
 * The main thread's end of a worker: calls of one tick cross the port as one message, a bounded weight may wait, and
 * a worker that died is started again by the next call. What was under way when it died is rejected as unavailable.
 */
export class WorkerLink<Ops> {
  readonly #options: LinkOptions;
  readonly #waiting = new Map<number, Waiting>();
  #outbox: Request[] = [];
  #worker: Worker | undefined;
  #starting: Promise<unknown> | undefined;
  #closed = false;
  #last = 0;
  #weight = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /** What waits for an answer, in the caller's unit. */
  get weight(): number {
    return this.#weight;
  }

  /** Starts the worker unless it runs; resolves to what it says when it is ready. */
  start(): Promise<unknown> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  call<K extends keyof Ops & string>(op: K, input: Inputs<Ops, K>, weight = 1): Promise<Awaited<Results<Ops, K>>> {
    if (this.#closed) return Promise.reject(closed());
    if (this.#weight + weight > this.#options.mostWaiting && this.#weight > 0)
      return Promise.reject(new VaultUnavailable({ why: 'too much waits to be kept.' }));
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#weight += weight;
      this.#waiting.set(id, { resolve, reject, weight });
      this.#outbox.push({ id, op, input });
      if (this.#outbox.length === 1) setImmediate(() => this.#post());
    });
  }

  /** Lets what is under way finish, then ends the worker. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    while (this.#waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    const worker = this.#worker;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    // No requests: the worker closes its files, so that no write-ahead log is left, and ends.
    worker.postMessage([]);
    await ended;
  }

  #post(): void {
    this.start().then(
      () => {
        const outbox = this.#outbox;
        this.#outbox = [];
        if (outbox.length > 0) this.#worker?.postMessage(outbox);
      },
      (error: unknown) => this.#failAll(error instanceof Error ? error : new VaultUnavailable({ why: 'its worker did not start.' })),
    );
  }

  #start(): Promise<unknown> {
    const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
    const execArgv = extension === '.ts' ? ['--conditions=source'] : [];
    const worker = new Worker(new URL(this.#options.module + extension, this.#options.base), { workerData: this.#options.data(), execArgv });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      let died: Error = new VaultUnavailable({ why: 'its worker ended; it is started again.' });
      worker.on('message', (message: FromWorker) => {
        if ('answers' in message) return this.#settle(message.answers);
        if ('ready' in message) return resolve(message.ready);
        died = fromPort(message.failed);
      });
      worker.on('error', () => {
        died = new VaultUnavailable({ why: 'its worker failed; it is started again.' });
      });
      worker.on('exit', () => {
        this.#worker = undefined;
        this.#starting = undefined;
        reject(died);
        this.#failAll(died);
      });
    });
  }

  #settle(answers: readonly Answer[]): void {
    for (const answer of answers) {
      const waiting = this.#waiting.get(answer.id);
      if (!waiting) continue;
      this.#waiting.delete(answer.id);
      this.#weight -= waiting.weight;
      if ('error' in answer) waiting.reject(fromPort(answer.error));
      else waiting.resolve(answer.value as never);
    }
  }

  #failAll(error: Error): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#outbox = [];
    this.#weight = 0;
    for (const { reject } of waiting) reject(error);
  }
}
