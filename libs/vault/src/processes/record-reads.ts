import { setTimeout as pause } from 'node:timers/promises';
import type { Telling } from '#cqrs';
import { readingProcess } from '../domain/processes.ts';
import { recordRead } from '../features/record-read/record-read.ts';
import type { ReadSpool } from '../spool/read-spool.ts';
import type { CoalescedRead } from '../spool/spooling.ts';
import type { Recording } from './erasing-first.ts';

export interface RecordReadsParts {
  readonly spool: Pick<ReadSpool, 'drain' | 'drained'>;
  readonly record: Recording;
}

/** The entry's id is the command's: an entry that was recorded before a crash is recorded once. */
const telling = (entry: CoalescedRead): Telling => ({ commandId: entry.id, principal: { kind: 'process', role: readingProcess }, voice: 'asked' });

/** Brings the reads of minutes that are over from the spool to the log; resolves to how many entries it recorded. */
export async function recordReads({ spool, record }: RecordReadsParts): Promise<number> {
  let recorded = 0;
  for (;;) {
    const entries = await spool.drain();
    for (const entry of entries) {
      const { reader, view, minute, times, subjects } = entry;
      await record(
        recordRead,
        { reader: reader.user, role: reader.role, ...(reader.post !== undefined && { post: reader.post }), view, minute, times, subjects },
        telling(entry),
      );
      recorded++;
    }
    if (entries.length === 0) return recorded;
    await spool.drained(entries.map(({ id }) => id));
  }
}

/** Does so every `everyMs` (default 15,000) until the signal aborts, and once more then. */
export async function recordReadsUntil(
  signal: AbortSignal,
  { everyMs = 15_000, onFailure, ...parts }: RecordReadsParts & { readonly everyMs?: number; readonly onFailure: (error: unknown) => void },
): Promise<void> {
  for (;;) {
    await recordReads(parts).catch(onFailure);
    if (signal.aborted) return;
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
