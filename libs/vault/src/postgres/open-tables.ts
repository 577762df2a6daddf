import { migrate, NoPostgresUrl, openPostgres, PostgresUnusable } from '#postgres';
import { VaultUnopenable } from '../errors.ts';
import { steps, type Tables, type VaultPostgres } from './tables.ts';

/** Opens the tables and brings them up to date. @throws VaultUnopenable */
export async function openTables(url: string): Promise<VaultPostgres> {
  try {
    const postgres = await openPostgres<Tables>({ url, schema: 'saksi_vault', connections: 6 });
    await migrate(postgres, steps).catch(async (error: unknown) => {
      await postgres.close();
      throw error;
    });
    return postgres;
  } catch (error) {
    throw error instanceof PostgresUnusable || error instanceof NoPostgresUrl ? new VaultUnopenable({ why: error.message }) : error;
  }
}
