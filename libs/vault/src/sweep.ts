import type { Clock, Instant } from '#kernel';
import { VaultRefused } from './errors.ts';
import type { WorkerLink } from './link/worker-link.ts';
import type { ReaderOps } from './store/reader.ts';
import type { WriterOps } from './store/writer.ts';

export interface Swept {
  readonly asked: number;
  readonly deleted: number;
}

/** Which of these the log names. What is not in the answer was proven absent: all of the log was read. */
export type FindInLog = (commitments: readonly string[]) => Promise<ReadonlySet<string>>;

const week = 7 * 24 * 3_600_000;
const atOnce = 1_000;
/** So many of those that the log named at the sweep before must be named by it still. */
const knownOnes = 3;

interface Parts {
  readonly writer: WorkerLink<WriterOps>;
  readonly reader: WorkerLink<ReaderOps>;
  readonly clock: Clock;
  readonly youngest: number | undefined;
}

/**
 * Asks about each old disclosure once, in the order they were kept, and deletes those that no event names. A log that
 * names none of what the one before named is another log (or was put back to an earlier state): nothing is deleted then.
 */
export async function sweep({ writer, reader, clock, youngest = week }: Parts, olderThan: Instant, findInLog: FindInLog): Promise<Swept> {
  const age = Math.max(youngest, week);
  if (olderThan > clock.now() - age) {
    throw new VaultRefused({
      why: `Personal values can be swept when they are older than ${age / 86_400_000} days: a command that was told late may still need younger ones.`,
    });
  }
  let [asked, deleted] = [0, 0];
  for (;;) {
    const next = await reader.call('unsettled', { olderThan, limit: atOnce });
    const last = next.at(-1);
    if (!last) return { asked, deleted };
    const known = await reader.call('lastSettled', knownOnes);
    const named = await findInLog([...known, ...next.map(({ commitment }) => commitment)]);
    const absent = next.filter(({ commitment }) => !named.has(commitment)).map(({ n }) => n);
    if (absent.length > 0 && !(known.length > 0 ? known.every((each) => named.has(each)) : named.size > 0)) throw new VaultRefused({ why: anotherLog });
    const removed = await writer.call('settle', { absent, olderThan, through: last.n });
    asked += next.length;
    deleted += removed;
    // Something was kept again while the log was asked: it is young now, and the next sweep asks about it.
    if (removed < absent.length) return { asked, deleted };
  }
}

const anotherLog =
  'This log names nothing of what the vault keeps, or less than it did: it is another log, or one that was put back to an earlier state. No personal value is removed as unused.';
