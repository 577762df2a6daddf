import { sql } from 'kysely';
import { openPostgres, PostgresUnusable } from '#postgres';
import { VaultUnopenable } from '../errors.ts';

/**
 * Whether a vault was made in this database before: then its master key must come from somewhere, and another would
 * open nothing.
 * @throws VaultUnopenable with a sentence a person can act on
 */
export async function vaultExistsIn(url: string): Promise<boolean> {
  try {
    const { db, close } = await openPostgres<{ master: { generation: number } }>({ url, schema: 'saksi_vault', connections: 1 });
    try {
      const { rows } = await sql<{ found: string | null }>`select to_regclass('saksi_vault.master')::text as found`.execute(db);
      if (!rows[0]?.found) return false;
      return (await db.selectFrom('master').select('generation').limit(1).execute()).length > 0;
    } finally {
      await close();
    }
  } catch (error) {
    throw error instanceof PostgresUnusable ? new VaultUnopenable({ why: error.message }) : error;
  }
}
