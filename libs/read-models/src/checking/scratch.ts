import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { SqliteValue } from '../declare/binder.ts';
import type { ReaderStatement } from '../readers/messages.ts';
import { startWorker } from '../start-worker.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface ScratchData {
  readonly schema: readonly string[];
  readonly runs: readonly { readonly sql: string; readonly values: readonly SqliteValue[] }[];
  readonly questions: readonly ReaderStatement[];
}

export type ScratchReply = { readonly rows: readonly (readonly Row[])[] } | { readonly error: string };

/** One thread for everything that is asked, each time of a new database: its start takes longer than most answers. */
let thread: Worker | undefined;
let before: Promise<unknown> = Promise.resolve();

/** The rows of each question, asked of a database in memory in which these statements have run. */
export function scratch(data: ScratchData): Promise<readonly (readonly Row[])[]> {
  const rows = before.then(() => ask(data));
  before = rows.catch(() => undefined);
  return rows;
}

async function ask(data: ScratchData): Promise<readonly (readonly Row[])[]> {
  const asked = (thread ??= startWorker('./checking/scratch.worker', undefined));
  try {
    asked.ref();
    asked.postMessage(data);
    const [reply] = (await once(asked, 'message')) as [ScratchReply];
    // Nobody has to end it: it holds no process.
    asked.unref();
    if ('error' in reply) throw new Error(reply.error);
    return reply.rows;
  } catch (error) {
    thread = undefined;
    await asked.terminate();
    throw error;
  }
}
