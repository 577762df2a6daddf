import { Client } from 'pg';
import type { TestDatabase } from '../../../../test/support/postgres/database.ts';
import { postgresStorage } from '../postgres-storage.ts';
import type { TestStorage } from './fixture.ts';

/** A vault in PostgreSQL that nodes may share. The first that is removed takes the tables with it. */
export const inPostgres = (database: TestDatabase): TestStorage => ({
  open: postgresStorage({ url: database.url }),
  alter: async (_, text) => {
    const client = new Client({ connectionString: database.url, options: '-c search_path=saksi_vault' });
    await client.connect();
    try {
      const { rows, rowCount } = await client.query<Record<string, unknown>>(text);
      const [row] = rows;
      return row ? Object.values(row)[0] : rowCount;
    } finally {
      await client.end();
    }
  },
  remove: async () => {
    await database.sql('drop schema if exists saksi_vault cascade');
  },
});
