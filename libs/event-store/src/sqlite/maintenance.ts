import { EventStoreUnavailable } from '../errors.ts';
import type { IntegrityReport, Maintainable } from '../port.ts';
import { startThread, type StartThread } from './thread.ts';

export type MaintenanceTask = { readonly kind: 'backup'; readonly file: string; readonly to: string } | { readonly kind: 'check'; readonly file: string };

export type MaintenanceMessage =
  | { readonly kind: 'copied'; readonly head: number; readonly bytes: number }
  | { readonly kind: 'checked'; readonly events: number; readonly streams: number; readonly head: number; readonly problems: readonly string[] }
  | { readonly kind: 'failed'; readonly why: string };

/** Copies and checks a log file in a thread of its own, beside a running store or with none. */
export const sqliteMaintenance = (file: string, start: StartThread = startThread): Maintainable => ({
  async backupTo(to) {
    const done = await perform(start, { kind: 'backup', file, to });
    if (done.kind !== 'copied') throw new EventStoreUnavailable(done.kind === 'failed' ? done.why : 'The backup ended without an answer.');
    return { head: BigInt(done.head), bytes: done.bytes };
  },
  async checkIntegrity(): Promise<IntegrityReport> {
    const done = await perform(start, { kind: 'check', file });
    if (done.kind !== 'checked') throw new EventStoreUnavailable(done.kind === 'failed' ? done.why : 'The check ended without an answer.');
    return { events: done.events, streams: done.streams, head: BigInt(done.head), problems: done.problems };
  },
});

function perform(start: StartThread, task: MaintenanceTask): Promise<MaintenanceMessage> {
  return new Promise((resolve) => {
    const worker = start('maintenance', { workerData: task });
    let done: MaintenanceMessage = { kind: 'failed', why: 'The maintenance thread was stopped.' };
    worker.on('message', (message: MaintenanceMessage) => {
      done = message;
    });
    worker.on('error', (error) => {
      done = { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
    });
    worker.on('exit', () => resolve(done));
  });
}
