import { FolderLocked, EventStoreUnopenable } from '../errors.ts';
import type { OpenFailure } from './messages.ts';
import { startThread, type StartThread } from './thread.ts';

/** A folder that this process alone may write. */
export interface FolderLock {
  readonly folder: string;
  release(): Promise<void>;
}

export type LockMessage =
  { readonly kind: 'locked' } | { readonly kind: 'taken'; readonly holder: number | undefined } | { readonly kind: 'failed'; readonly failure: OpenFailure };

/**
 * Locks a data folder by an exclusive transaction on its `lock.db`, held in a thread of its own; makes the folder when it
 * is not there. The kernel frees it when the process ends, however it ends. Nobody else in this process may open `lock.db`:
 * closing any handle on a file drops the locks that the process holds on it.
 * @throws FolderLocked when another process (or this one) holds it, EventStoreUnopenable when the folder cannot be written
 */
export function lockFolder(folder: string, start: StartThread = startThread): Promise<FolderLock> {
  const worker = start('folder-lock', { workerData: { folder } });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const release = async (): Promise<void> => {
    worker.ref();
    worker.postMessage('release');
    await ended;
  };
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (message: LockMessage) => {
      if (message.kind === 'locked') {
        // The lock alone does not keep the process alive.
        worker.unref();
        resolve({ folder, release });
      } else {
        const error =
          message.kind === 'taken' ? new FolderLocked(folder, message.holder) : new EventStoreUnopenable(folder, message.failure.reason, message.failure.why);
        void ended.then(() => reject(error));
      }
    });
  });
}
