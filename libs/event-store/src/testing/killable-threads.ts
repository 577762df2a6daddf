import type { Worker } from 'node:worker_threads';
import { startThread, type StartThread } from '../sqlite/thread.ts';

type Name = Parameters<StartThread>[0];

/** Starts real threads and remembers them, so that a spec can kill them. */
export class KillableThreads {
  readonly #alive = new Map<Worker, Name>();
  /** How many threads of a name were started. */
  readonly started = new Map<Name, number>();

  readonly start: StartThread = (name, options) => {
    const worker = startThread(name, options);
    this.#alive.set(worker, name);
    this.started.set(name, (this.started.get(name) ?? 0) + 1);
    worker.once('exit', () => this.#alive.delete(worker));
    return worker;
  };

  async kill(name: Name): Promise<void> {
    await Promise.all([...this.#alive].filter(([, its]) => its === name).map(([worker]) => worker.terminate()));
  }

  async killAll(): Promise<void> {
    await Promise.all([...this.#alive.keys()].map((worker) => worker.terminate()));
  }
}
