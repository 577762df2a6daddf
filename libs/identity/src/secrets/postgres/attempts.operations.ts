import type { Instant } from '#kernel';
import type { Begun, LimitedKey } from '../worker/attempts.operations.ts';
import { locking, type Database } from './tables.ts';

const lockOf = (db: Database, key: string, now: Instant) =>
  db.selectFrom('lock_out').select('until').where('key', '=', key).where('until', '>', now).executeTakeFirst();

const recentOf = (db: Database, { key, window }: LimitedKey, now: Instant) =>
  db
    .selectFrom('attempt')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<number | null>('at').as('first')])
    .where('key', '=', key)
    .where('at', '>', now - window)
    .executeTakeFirstOrThrow();

async function retryAt(db: Database, key: LimitedKey, now: Instant): Promise<Instant | undefined> {
  const locked = await lockOf(db, key.key, now);
  if (locked) return locked.until;
  const { count, first } = await recentOf(db, key, now);
  return count >= key.attempts && first !== null ? first + key.window : undefined;
}

const namesOf = (keys: readonly LimitedKey[]): readonly string[] => keys.map(({ key }) => key);

/** As in identity.db; guesses sent to several nodes at once count together. */
export const attemptOperations = (db: Database) => ({
  beginAttempt: (keys: readonly LimitedKey[], now: Instant): Promise<Begun> =>
    locking(db, namesOf(keys), async (transaction) => {
      const refused: Instant[] = [];
      for (const key of keys) refused.push(...[await retryAt(transaction, key, now)].filter((at) => at !== undefined));
      if (refused.length > 0) return { allowed: false, retryAt: Math.max(...refused) };
      const begun = await transaction
        .insertInto('attempt')
        .values(keys.map(({ key }) => ({ key, at: now })))
        .returning('id')
        .execute();
      return { allowed: true, ids: begun.map(({ id }) => id) };
    }),

  lockIfUsedUp: (keys: readonly LimitedKey[], now: Instant): Promise<readonly { readonly key: string; readonly until: Instant }[]> =>
    locking(db, namesOf(keys), async (transaction) => {
      const locked: { readonly key: string; readonly until: Instant }[] = [];
      for (const limited of keys) {
        const { count } = await recentOf(transaction, limited, now);
        if (count < limited.attempts || (await lockOf(transaction, limited.key, now))) continue;
        const lock = { key: limited.key, until: now + limited.lockFor };
        await transaction
          .insertInto('lock_out')
          .values(lock)
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ until: lock.until }))
          .execute();
        locked.push(lock);
      }
      return locked;
    }),

  forgiveAttempts: (ids: readonly number[], keys: readonly string[]): Promise<void> =>
    locking(db, keys, async (transaction) => {
      if (ids.length > 0) await transaction.deleteFrom('attempt').where('id', 'in', ids).execute();
      if (keys.length === 0) return;
      await transaction.deleteFrom('attempt').where('key', 'in', keys).execute();
      await transaction.deleteFrom('lock_out').where('key', 'in', keys).execute();
    }),

  forgetOldAttempts: async (before: Instant, now: Instant): Promise<void> => {
    await db.deleteFrom('attempt').where('at', '<=', before).execute();
    await db.deleteFrom('lock_out').where('until', '<=', now).execute();
  },
});
