import { mkdirSync } from 'node:fs';
import type { Clock } from '#kernel';
import type { ReadRecorder } from '#cqrs';
import { VaultUnavailable } from '../errors.ts';
import { WorkerLink } from '../link/worker-link.ts';
import type { SpoolData, SpoolOps } from './open-spool.ts';
import type { CoalescedRead } from './spooling.ts';

export interface ReadSpoolOptions {
  /** Where spool.db lies. */
  readonly folder: string;
  readonly clock: Clock;
  /** Mentions of subjects (and entries) that wait for the log at most; beyond it `record` says false. Default 200,000. */
  readonly capacity?: number;
  /** Subjects that one entry, and so one event, names at most. Default 500. */
  readonly subjectsPerEntry?: number;
  /** Subjects in reads that may wait to become durable. Default 50,000. */
  readonly mostWaiting?: number;
}

/** Reads of personal data on their way to the log; durable when `record` resolves. Subjects are named, values never. */
export interface ReadSpool extends ReadRecorder {
  /** The oldest entries, of minutes that are over: they change no more and are given again until they are `drained`. Default 200. */
  drain(limit?: number): Promise<readonly CoalescedRead[]>;
  /** These were recorded as events: the spool forgets them. */
  drained(ids: readonly string[]): Promise<void>;
  /** How much of the capacity is used. */
  held(): Promise<number>;
  close(): Promise<void>;
}

const minute = 60_000;
const startOf = (instant: number): number => instant - (instant % minute);

/** @throws VaultDamaged with a sentence a person can act on */
export async function openReadSpool(options: ReadSpoolOptions): Promise<ReadSpool> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const data = (): SpoolData => ({ folder: options.folder, capacity: options.capacity ?? 200_000, subjectsPerEntry: options.subjectsPerEntry ?? 500 });
  const link = new WorkerLink<SpoolOps>({ module: '../spool.worker', base: import.meta.url, data, mostWaiting: options.mostWaiting ?? 50_000 });
  await link.start();
  return {
    record: async ({ reader, view, subjects, at }) => {
      if (subjects.length === 0) return true;
      try {
        return await link.call('record', { reader, view, subjects: [...subjects], minute: startOf(at) }, 1 + subjects.length);
      } catch (error) {
        // A read that cannot be written down must not be answered with names.
        if (error instanceof VaultUnavailable) return false;
        throw error;
      }
    },
    drain: (limit = 200) => link.call('drain', { before: startOf(options.clock.now()), limit }),
    drained: (ids) => link.call('drained', ids),
    held: () => link.call('held', null),
    close: () => link.close(),
  };
}
