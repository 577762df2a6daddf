import { Worker } from 'node:worker_threads';
import { PressBusy, PressFailed } from './errors.ts';
import type { FromPress, PrintJob, ToPress } from './messages.ts';

export interface PressOptions {
  /** How long the thread stays when there is nothing to print, ms. */
  readonly idle: number;
  /** How long one document may take, ms. */
  readonly patience?: number;
  /** Documents that may wait; beyond, PressBusy. */
  readonly waiting?: number;
}

interface Pending {
  readonly job: PrintJob;
  readonly resolve: (pdf: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

const fromSource = import.meta.url.endsWith('.ts');

/**
 * Makes PDF files in a thread of its own, one after the other. The thread starts with the first document and ends when
 * there was none for a while: who prints nothing pays nothing.
 */
export class Press {
  readonly #options: Required<PressOptions>;
  #thread: Worker | undefined;
  #printing: Pending | undefined;
  #waiting: Pending[] = [];
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;
  #closed = false;

  constructor({ idle, patience = 60_000, waiting = 32 }: PressOptions) {
    this.#options = { idle, patience, waiting };
  }

  /** Whether its thread runs. */
  get isRunning(): boolean {
    return this.#thread !== undefined;
  }

  /** The document as PDF: the same document makes the same bytes. @throws PressBusy, PressFailed */
  print(job: PrintJob): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#closed) return Promise.reject(new PressFailed('The press was closed.'));
    if (this.#waiting.length >= this.#options.waiting) return Promise.reject(new PressBusy(this.#waiting.length));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const left = this.#waiting;
    this.#waiting = [];
    for (const { reject } of left) reject(new PressFailed('The press was closed.'));
    await this.#end('The press was closed.');
  }

  #next(): void {
    if (this.#printing) return;
    clearTimeout(this.#timer);
    this.#printing = this.#waiting.shift();
    if (!this.#printing) {
      this.#timer = setTimeout(() => void this.#end('It was idle.'), this.#options.idle).unref();
      return;
    }
    this.#lastId += 1;
    this.#thread ??= this.#start();
    this.#thread.postMessage({ id: this.#lastId, job: this.#printing.job } satisfies ToPress);
    this.#timer = setTimeout(() => void this.#end(`A document took longer than ${this.#options.patience} ms.`), this.#options.patience).unref();
  }

  #start(): Worker {
    const url = new URL(`./press.worker${fromSource ? '.ts' : '.js'}`, import.meta.url);
    const thread = new Worker(url, fromSource ? { execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning'] } : {});
    thread.unref();
    thread.on('message', (message: FromPress) => this.#settle(message));
    const lost = (why: string): void => {
      if (this.#thread === thread) void this.#end(why);
    };
    thread.on('error', (error: Error) => lost(error.message));
    thread.on('exit', () => lost('Its thread ended.'));
    return thread;
  }

  #settle(message: FromPress): void {
    if (message.id !== this.#lastId) return;
    const printed = this.#printing;
    this.#printing = undefined;
    if ('pdf' in message) printed?.resolve(message.pdf);
    else printed?.reject(new PressFailed(message.failed));
    this.#next();
  }

  /** Ends the thread; what it had under way is refused, what waits is given to another. */
  async #end(why: string): Promise<void> {
    clearTimeout(this.#timer);
    const thread = this.#thread;
    const printed = this.#printing;
    this.#thread = undefined;
    this.#printing = undefined;
    printed?.reject(new PressFailed(why));
    if (this.#waiting.length > 0) this.#next();
    await thread?.terminate();
  }
}
