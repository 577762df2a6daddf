import type { Database } from 'better-sqlite3';
import type { Instant } from '#kernel';

/** An entry with something wrong that is about to be recorded. `marked`: JSON of what was found. */
export interface EntryToMark {
  readonly entry: string;
  readonly marked: string;
  readonly since: Instant;
}

/** So many are looked at together. */
export const mostAtOnce = 1_000;

export function entryOperations(db: Database) {
  const keep = db.prepare<EntryToMark>('insert into entry_to_mark (entry, marked, since) values (@entry, @marked, @since) on conflict do nothing');
  const kept = db.prepare<[number], EntryToMark>('select entry, marked, since from entry_to_mark order by since, entry limit ?');
  const forget = db.prepare<[string]>('delete from entry_to_mark where entry = ?');
  return {
    /** False when it was kept before: what was found first counts. */
    keepEntryToMark(toMark: EntryToMark): boolean {
      return keep.run(toMark).changes === 1;
    },
    /** The oldest. */
    entriesToMark(): readonly EntryToMark[] {
      return kept.all(mostAtOnce);
    },
    forgetEntryToMark(entry: string): void {
      forget.run(entry);
    },
  };
}
