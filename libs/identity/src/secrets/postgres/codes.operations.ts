import type { Instant } from '#kernel';
import type { NewCode } from '../worker/codes.operations.ts';
import { locking, type Database } from './tables.ts';

export const codeOperations = (db: Database) => ({
  keepCode: ({ code, account, purpose, hash, until }: NewCode, now: Instant): Promise<boolean> =>
    locking(db, [`codes of ${account}`, `code ${code}`], async (transaction) => {
      await transaction
        .deleteFrom('one_time_code')
        .where('until', '<=', now - 30 * 86_400_000)
        .execute();
      const before = await transaction.selectFrom('one_time_code').select('code').where('code', '=', code).executeTakeFirst();
      if (before) return false;
      await transaction.deleteFrom('one_time_code').where('account', '=', account).where('purpose', '=', purpose).where('used_at', 'is', null).execute();
      await transaction
        .insertInto('one_time_code')
        .values({ code, account, purpose, hash: Buffer.from(hash), until, used_at: null })
        .execute();
      return true;
    }),

  useCode: async (account: string, purpose: string, hash: Uint8Array, now: Instant): Promise<string | undefined> => {
    const used = await db
      .updateTable('one_time_code')
      .set({ used_at: now })
      .where('account', '=', account)
      .where('purpose', '=', purpose)
      .where('hash', '=', Buffer.from(hash))
      .where('used_at', 'is', null)
      .where('until', '>', now)
      .returning('code')
      .executeTakeFirst();
    return used?.code;
  },

  releaseCode: async (code: string): Promise<void> => {
    await db.updateTable('one_time_code').set({ used_at: null }).where('code', '=', code).execute();
  },
});
