import type { Secret } from '../worker/credentials.operations.ts';
import type { Database } from './tables.ts';

export const credentialOperations = (db: Database) => ({
  setSecret: async (account: string, secret: Secret, hash: string): Promise<void> => {
    await db
      .insertInto('credential')
      .values({ account, passphrase: null, pin: null, [secret]: hash })
      .onConflict((conflict) => conflict.column('account').doUpdateSet({ [secret]: hash }))
      .execute();
  },

  secretOf: async (account: string, secret: Secret): Promise<string | undefined> => {
    const kept = await db.selectFrom('credential').select(['passphrase', 'pin']).where('account', '=', account).executeTakeFirst();
    return kept?.[secret] ?? undefined;
  },
});
