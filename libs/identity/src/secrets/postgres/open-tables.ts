import { migrate, NoPostgresUrl, openPostgres, PostgresUnusable, type Postgres } from '#postgres';
import { IdentityUnavailable } from '../errors.ts';
import { steps, type Tables } from './tables.ts';

/** Opens the tables and brings them up to date. @throws IdentityUnavailable with a sentence a person can act on */
export async function openTables(url: string): Promise<Postgres<Tables>> {
  try {
    const postgres = await openPostgres<Tables>({ url, schema: 'saksi_identity', connections: 6 });
    await migrate(postgres, steps).catch(async (error: unknown) => {
      await postgres.close();
      throw error;
    });
    return postgres;
  } catch (error) {
    throw error instanceof PostgresUnusable || error instanceof NoPostgresUrl ? new IdentityUnavailable(error.message, 'POSTGRES') : error;
  }
}
