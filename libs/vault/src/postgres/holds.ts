import type { Due, Hold, StandingHold } from '../store/holds.ts';
import type { Alone, Database } from './tables.ts';

export async function placeHold(db: Alone, { hold, subject, reason, by, now }: Hold & { readonly now: number }): Promise<void> {
  await db
    .insertInto('hold')
    .values({ hold, subject, reason, placed_by: by, placed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** False when no such hold stands. */
export async function releaseHold(db: Alone, { hold, by, now }: { readonly hold: string; readonly by: string; readonly now: number }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('hold')
    .set({ released_by: by, released_at: now })
    .where('hold', '=', hold)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export const standingHolds = (db: Database, subject: string): Promise<readonly StandingHold[]> =>
  db
    .selectFrom('hold')
    .select(['hold', 'subject', 'reason', 'placed_by as by', 'placed_at as at'])
    .where('subject', '=', subject)
    .where('released_at', 'is', null)
    .orderBy('placed_at')
    .orderBy('hold')
    .execute();

/** Persons of whom nothing was kept since `before` and whom no hold protects; `after` is the last subject of the page before. */
export const dueForErasure = (
  db: Database,
  { before, after, limit }: { readonly before: number; readonly after: string; readonly limit: number },
): Promise<readonly Due[]> =>
  db
    .selectFrom('subject as s')
    .select(['s.subject', 's.last_kept as lastKept'])
    .where('s.subject', '>', after)
    .where('s.last_kept', '<', before)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('hold as h').select('h.hold').whereRef('h.subject', '=', 's.subject').where('h.released_at', 'is', null))))
    .orderBy('s.subject')
    .limit(limit)
    .execute();
