import type { Worker } from 'node:worker_threads';
import { FolderLocked, EventStoreUnopenable } from '../errors.ts';
import type { OpenFailure } from './messages.ts';
import { startThread, type StartThread } from './thread.ts';

/** A folder that this process alone may write. */
export interface FolderLock {
  readonly folder: string;
  /**
   * Moves what was committed from a file's write-ahead log into the file, as far as that goes without waiting for anyone.
   * The thread that holds the lock does it: it has nothing else to do, and nobody waits for it. Resolves to how many pages
   * the write-ahead log has; 0 when it could not be done.
   */
  checkpoint(file: string): Promise<number>;
  /** Closes what was opened for checkpoints, so that the last one who closes the file is its writer. */
  letGo(): Promise<void>;
  release(): Promise<void>;
}

export type ToLock = { readonly kind: 'checkpoint'; readonly file: string } | { readonly kind: 'let-go' } | { readonly kind: 'release' };

export type LockMessage =
  | { readonly kind: 'locked' }
  | { readonly kind: 'taken'; readonly holder: number | undefined }
  | { readonly kind: 'failed'; readonly failure: OpenFailure }
  /** Of a checkpoint; after letting go, 0. */
  | { readonly kind: 'done'; readonly pages: number };

/**
 * Locks a data folder by an exclusive transaction on its `lock.db`, held in a thread of its own; makes the folder when it
 * is not there. The kernel frees it when the process ends, however it ends. Nobody else in this process may open `lock.db`:
 * closing any handle on a file drops the locks that the process holds on it.
 * @throws FolderLocked when another process (or this one) holds it, EventStoreUnopenable when the folder cannot be written
 */
export function lockFolder(folder: string, start: StartThread = startThread): Promise<FolderLock> {
  const worker = start('folder-lock', { workerData: { folder } });
  const lock = new LockThread(folder, worker);
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (message: LockMessage) => {
      if (message.kind === 'locked') {
        // The lock alone does not keep the process alive.
        worker.unref();
        return resolve(lock);
      }
      if (message.kind === 'done') return;
      const error =
        message.kind === 'taken' ? new FolderLocked(folder, message.holder) : new EventStoreUnopenable(folder, message.failure.reason, message.failure.why);
      void lock.ended.then(() => reject(error));
    });
  });
}

class LockThread implements FolderLock {
  readonly folder: string;
  readonly ended: Promise<void>;
  readonly #worker: Worker;
  #asked: ((pages: number) => void)[] = [];
  #isGone = false;

  constructor(folder: string, worker: Worker) {
    this.folder = folder;
    this.#worker = worker;
    worker.on('message', (message: LockMessage) => {
      if (message.kind === 'done') this.#asked.shift()?.(message.pages);
    });
    this.ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#isGone = true;
        for (const answer of this.#asked) answer(0);
        resolve();
      });
    });
  }

  checkpoint(file: string): Promise<number> {
    return this.#ask({ kind: 'checkpoint', file });
  }

  async letGo(): Promise<void> {
    this.#worker.ref();
    await this.#ask({ kind: 'let-go' });
    this.#worker.unref();
  }

  async release(): Promise<void> {
    this.#worker.ref();
    this.#worker.postMessage({ kind: 'release' } satisfies ToLock);
    await this.ended;
  }

  #ask(asked: ToLock): Promise<number> {
    if (this.#isGone) return Promise.resolve(0);
    return new Promise((resolve) => {
      this.#asked.push(resolve);
      this.#worker.postMessage(asked);
    });
  }
}
