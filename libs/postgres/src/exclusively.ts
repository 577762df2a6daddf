import { sql, type Kysely, type Transaction } from 'kysely';

/**
 * A transaction during which no other node does work of this name: it waits for its turn (bounded by lock_timeout), and
 * the lock goes with the transaction, however that ends.
 */
export const exclusively = <Tables, Result>(db: Kysely<Tables>, name: string, work: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
    return work(transaction);
  });
