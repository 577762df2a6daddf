import { once } from 'node:events';
import { CopyFailed, SnapshotUnusable } from '../errors.ts';
import { startWorker } from '../start-worker.ts';
import type { ContextCopy, CopyMessage, CopyTask } from './messages.ts';

/** Does it in a thread of its own: a file may be large. @throws SnapshotUnusable, CopyFailed */
export async function copying(task: CopyTask): Promise<readonly ContextCopy[]> {
  const worker = startWorker('./snapshot/copy.worker', task);
  // `once` also rejects with the error by which the thread may end.
  const [message] = (await once(worker, 'message')) as [CopyMessage];
  await worker.terminate();
  switch (message.kind) {
    case 'done':
      return message.copies;
    case 'unusable':
      throw new SnapshotUnusable(message.why);
    case 'failed':
      throw new CopyFailed(message.code, message.why);
  }
}
