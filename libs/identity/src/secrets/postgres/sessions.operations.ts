import { sql } from 'kysely';
import type { Instant } from '#kernel';
import type { SessionChange } from '../others.ts';
import type { StoredSession } from '../worker/sessions.operations.ts';
import type { Database } from './tables.ts';

export const sessionsChannel = 'saksi_sessions';

const columns = ['hash', 'id', 'account as user', 'via', 'created_at as createdAt', 'seen_at as seenAt', 'until'] as const;

export const storedSessions = (db: Database): Promise<readonly StoredSession[]> => db.selectFrom('session').select(columns).execute();

export const storedSession = (db: Database, hash: string): Promise<StoredSession | undefined> =>
  db.selectFrom('session').select(columns).where('hash', '=', hash).executeTakeFirst();

/** Every change is told to the other nodes in its own transaction: they hear it when, and only if, it is committed. */
export function sessionOperations(db: Database, node: string) {
  const told = (change: SessionChange, work: (transaction: Database) => Promise<unknown>): Promise<void> =>
    db.transaction().execute(async (transaction) => {
      await work(transaction);
      await sql`select pg_notify(${sessionsChannel}, ${JSON.stringify({ node, ...change })})`.execute(transaction);
    });

  return {
    liveSessions: async (now: Instant, idleSince: Instant): Promise<readonly StoredSession[]> => {
      await db
        .deleteFrom('session')
        .where((eb) => eb.or([eb('until', '<=', now), eb('seen_at', '<=', idleSince)]))
        .execute();
      return storedSessions(db);
    },

    openSession: (session: StoredSession, instead: readonly string[]): Promise<void> =>
      told({ opened: session, ended: instead }, async (transaction) => {
        if (instead.length > 0) await transaction.deleteFrom('session').where('id', 'in', instead).execute();
        const { user: account, createdAt: created_at, seenAt: seen_at, ...rest } = session;
        await transaction
          .insertInto('session')
          .values({ ...rest, account, created_at, seen_at })
          .execute();
      }),

    endSessions: (ids: readonly string[]): Promise<void> =>
      ids.length === 0 ? Promise.resolve() : told({ ended: ids }, (transaction) => transaction.deleteFrom('session').where('id', 'in', ids).execute()),

    endSessionsOf: (user: string): Promise<void> =>
      told({ endedOf: user }, (transaction) => transaction.deleteFrom('session').where('account', '=', user).execute()),

    touchSessions: async (seen: readonly { readonly id: string; readonly seenAt: Instant }[]): Promise<void> => {
      for (const { id, seenAt } of seen)
        await told({ seen: { id, seenAt } }, (transaction) =>
          transaction.updateTable('session').set({ seen_at: seenAt }).where('id', '=', id).where('seen_at', '<', seenAt).execute(),
        );
    },
  };
}
