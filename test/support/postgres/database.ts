import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of a spec's own on the server of the suite. */
export interface TestDatabase {
  readonly url: string;
  /** Runs SQL as its owner. */
  sql<Row extends object>(text: string): Promise<readonly Row[]>;
  /** Ends every connection; `false`: and lets nobody in until `true`. */
  admit(anybody: boolean): Promise<void>;
  drop(): Promise<void>;
}

const serverUrl = (): string => {
  const url = process.env['SAKSI_TEST_POSTGRES_URL'];
  if (url === undefined) throw new Error('These specs need PostgreSQL: npm run test:postgres');
  return url;
};

async function ask<Row extends object>(url: string, text: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

export async function makeDatabase(): Promise<TestDatabase> {
  const name = `saksi_${randomBytes(6).toString('hex')}`;
  await ask(serverUrl(), `create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return {
    url: url.href,
    sql: (text) => ask(url.href, text),
    admit: async (anybody) => {
      await ask(serverUrl(), `alter database ${name} allow_connections ${anybody}`);
      await ask(serverUrl(), `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    },
    drop: async () => {
      await ask(serverUrl(), `drop database if exists ${name} with (force)`);
    },
  };
}
