import { mostAtOnce, type EntryToMark } from '../worker/entries.operations.ts';
import type { Database } from './tables.ts';

export const entryOperations = (db: Database) => ({
  keepEntryToMark: async (toMark: EntryToMark): Promise<boolean> => {
    const kept = await db
      .insertInto('entry_to_mark')
      .values(toMark)
      .onConflict((conflict) => conflict.doNothing())
      .returning('entry')
      .executeTakeFirst();
    return kept !== undefined;
  },

  entriesToMark: (): Promise<readonly EntryToMark[]> =>
    db.selectFrom('entry_to_mark').select(['entry', 'marked', 'since']).orderBy('since').orderBy('entry').limit(mostAtOnce).execute(),

  forgetEntryToMark: async (entry: string): Promise<void> => {
    await db.deleteFrom('entry_to_mark').where('entry', '=', entry).execute();
  },
});
