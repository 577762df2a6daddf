import type { EventStore } from '#event-store';
import type { Worker } from 'node:worker_threads';
import { ProjectorFailed } from '../errors.ts';
import type { FromProjector, LookAnswer, LookAsked, ProjectorData, Report, ToProjector } from '../projector/messages.ts';
import { startWorker } from '../start-worker.ts';
import { feed } from './feed.ts';

export interface ProjectorEvents {
  readonly report: (report: Report) => void;
  readonly looked: (looked: readonly LookAnswer[]) => void;
  /** The thread has died; it is started again after a pause. */
  readonly failed: (why: string) => void;
}

/** Keeps the projector's thread running, and pokes it when the log has grown. */
export class ProjectorThread {
  readonly #store: EventStore;
  readonly #data: Omit<ProjectorData, 'source'>;
  readonly #on: ProjectorEvents;
  #worker: Worker | undefined;
  #closeFeed: () => void = () => undefined;
  #closing = false;
  #poked = false;
  #looks: LookAsked[] = [];
  #wanted = 0n;
  #again: NodeJS.Timeout | undefined;

  constructor(store: EventStore, data: Omit<ProjectorData, 'source'>, on: ProjectorEvents) {
    this.#store = store;
    this.#data = data;
    this.#on = on;
  }

  /** Resolves with the first report. @throws ProjectorFailed when the thread cannot start: a mistake in a declaration, a folder that cannot be written */
  async start(): Promise<void> {
    const worker = this.#spawn();
    await new Promise<void>((resolve, reject) => {
      worker.once('message', (message: FromProjector) => (message.kind === 'failed' ? reject(new ProjectorFailed(message.error)) : resolve()));
      worker.once('error', (error) => reject(new ProjectorFailed(error instanceof Error ? error.message : String(error))));
    });
  }

  /** Pokes and looks of one turn of the event loop travel in one message. */
  poke(): void {
    if (this.#poked) return;
    this.#poked = true;
    setImmediate(() => {
      this.#poked = false;
      const looks = this.#looks;
      this.#looks = [];
      this.#post({ kind: 'poke', looks, wanted: this.#wanted });
    });
  }

  look(asked: LookAsked): void {
    this.#looks.push(asked);
    this.poke();
  }

  /** Somebody waits until every reader sees the tables at this position. */
  hurry(position: bigint): void {
    if (position <= this.#wanted) return;
    this.#wanted = position;
    this.poke();
  }

  rebuild(context: string): void {
    this.#post({ kind: 'rebuild', context });
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#again);
    const worker = this.#worker;
    if (worker) {
      // Not `once`: that would reject with the error by which a thread may end.
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      this.#post({ kind: 'close' });
      await ended;
    }
    this.#closeFeed();
  }

  #spawn(): Worker {
    const { workerReader } = this.#store.capabilities;
    const fed = workerReader ? undefined : feed(this.#store, () => this.poke());
    this.#closeFeed = () => fed?.close();
    const source = workerReader ? { reader: workerReader } : fed && { feed: fed.port };
    const worker = startWorker('./projector/projector.worker', { ...this.#data, source }, fed ? [fed.port] : []);
    let why = 'its thread ended';
    worker.on('message', (message: FromProjector) => {
      if (message.kind === 'report') this.#on.report(message);
      else if (message.kind === 'looked') this.#on.looked(message.looked);
      else why = message.error;
    });
    worker.on('error', (error) => (why = error instanceof Error ? error.message : String(error)));
    worker.once('exit', () => this.#ended(why));
    this.#worker = worker;
    return worker;
  }

  #ended(why: string): void {
    this.#worker = undefined;
    this.#looks = [];
    this.#closeFeed();
    if (this.#closing) return;
    this.#on.failed(why);
    this.#again = setTimeout(() => this.#spawn(), this.#data.retryMs);
  }

  #post(message: ToProjector): void {
    this.#worker?.postMessage(message);
  }
}
