import { parentPort, workerData } from 'node:worker_threads';
import type { ReaderData, ReaderJob, ReaderResult, ToReader } from './messages.ts';
import { OpenFile } from './worker/open-file.ts';
import { RowLimitExceeded } from './worker/prepared-queries.ts';

/* A reader's thread: runs queries on the contexts' files, which it keeps open until it is told to forget one. */
const { running } = workerData as ReaderData;
const files = new Map<string, OpenFile>();

/** Answers that have waited so long, ms, are not held back for the rest of their batch. */
const patience = 2;

function fileAt(path: string): OpenFile {
  const open = files.get(path) ?? new OpenFile(path);
  files.set(path, open);
  return open;
}

function result(job: ReaderJob): ReaderResult {
  Atomics.store(running, 0, job.id);
  try {
    if (job.checkpoint) {
      fileAt(job.file).checkpoint();
      return { id: job.id, rows: [], position: 0n };
    }
    return { id: job.id, ...fileAt(job.file).read(job) };
  } catch (error) {
    if (error instanceof RowLimitExceeded) return { id: job.id, tooMany: true };
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    return { id: job.id, code, message: error instanceof Error ? error.message : String(error) };
  } finally {
    Atomics.store(running, 0, 0);
  }
}

function answer(jobs: readonly ReaderJob[]): void {
  let results: ReaderResult[] = [];
  let since = performance.now();
  for (const job of jobs) {
    results.push(result(job));
    if (performance.now() - since < patience) continue;
    parentPort?.postMessage(results);
    results = [];
    since = performance.now();
  }
  if (results.length > 0) parentPort?.postMessage(results);
}

parentPort?.on('message', (message: ToReader) => {
  if ('jobs' in message) return answer(message.jobs);
  files.get(message.forget)?.close();
  files.delete(message.forget);
});
