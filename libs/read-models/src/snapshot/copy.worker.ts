import { parentPort, workerData } from 'node:worker_threads';
import { loadDeclarations } from '../projector/worker/load.ts';
import type { CopyMessage, CopyTask } from './messages.ts';
import { copyFile } from './worker/copy-file.ts';
import { placeCopies, Unusable } from './worker/place-copies.ts';

/* Copies one file of read models, or makes a folder of them out of copies; then it ends. */
async function perform(task: CopyTask): Promise<CopyMessage> {
  try {
    if (task.kind === 'copy') return { kind: 'done', copies: [copyFile(task.context, task.file, task.to)] };
    const { contexts } = await loadDeclarations(task.modules);
    return { kind: 'done', copies: placeCopies(task.from, task.folder, contexts) };
  } catch (error) {
    if (error instanceof Unusable) return { kind: 'unusable', why: error.message };
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    return { kind: 'failed', code, why: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await perform(workerData as CopyTask));
