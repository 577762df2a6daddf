import type { Clock, Instant } from '#kernel';
import { VaultRefused } from './errors.ts';
import type { WorkerLink } from './link/worker-link.ts';
import type { ReaderOps } from './store/reader.ts';
import type { WriterOps } from './store/writer.ts';

export interface Swept {
  readonly asked: number;
  readonly deleted: number;
}

const week = 7 * 24 * 3_600_000;
const atOnce = 200;

interface Parts {
  readonly writer: WorkerLink<WriterOps>;
  readonly reader: WorkerLink<ReaderOps>;
  readonly clock: Clock;
  readonly youngest: number | undefined;
}

/** Asks about each old disclosure once, in the order they were kept, and deletes those that no event names. */
export async function sweep(
  { writer, reader, clock, youngest = week }: Parts,
  olderThan: Instant,
  isInLog: (commitment: string) => Promise<boolean>,
): Promise<Swept> {
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
    const inLog = await Promise.all(next.map(({ commitment }) => isInLog(commitment)));
    const absent = next.filter((_, index) => inLog[index] === false).map(({ n }) => n);
    const removed = await writer.call('settle', { absent, olderThan, through: last.n });
    asked += next.length;
    deleted += removed;
    // Something was kept again while the log was asked: it is young now, and the next sweep asks about it.
    if (removed < absent.length) return { asked, deleted };
  }
}
