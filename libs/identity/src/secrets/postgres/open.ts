import { randomUUID } from 'node:crypto';
import { failureOf, onceMore, type Following, type Postgres } from '#postgres';
import { IdentityUnavailable } from '../errors.ts';
import type { Others, SessionChange } from '../others.ts';
import type { Secrets } from '../secrets.ts';
import type { Operations } from '../worker/operations.ts';
import { attemptOperations } from './attempts.operations.ts';
import { codeOperations } from './codes.operations.ts';
import { credentialOperations } from './credentials.operations.ts';
import { deviceOperations } from './devices.operations.ts';
import { entryOperations } from './entries.operations.ts';
import { openTables } from './open-tables.ts';
import { sessionOperations, sessionsChannel, storedSession, storedSessions } from './sessions.operations.ts';
import type { Database, Tables } from './tables.ts';

/** The same operations as the worker of identity.db has, each of them later. */
type Later = { readonly [Name in keyof Operations]: (...args: Parameters<Operations[Name]>) => Promise<ReturnType<Operations[Name]>> };

const operationsOn = (db: Database, node: string): Later => ({
  ...attemptOperations(db),
  ...codeOperations(db),
  ...credentialOperations(db),
  ...deviceOperations(db),
  ...entryOperations(db),
  ...sessionOperations(db, node),
});

/**
 * Secrets and sessions in PostgreSQL, shared by several nodes.
 * @throws IdentityUnavailable with a sentence a person can act on
 */
export async function openSecretsInPostgres({ url }: { readonly url: string }): Promise<Secrets> {
  const postgres = await openTables(url);
  const node = randomUUID();
  const operations = operationsOn(postgres.db, node);
  const { others, close } = othersOf(postgres, node);
  return {
    others,
    // The very operation whose type this is; only its error is translated.
    ask: <Name extends keyof Operations>(name: Name, ...args: Parameters<Operations[Name]>) => asked(postgres, () => operations[name](...args)),
    close: async () => {
      await close();
      await postgres.close();
    },
  };
}

async function asked<T>({ place }: Postgres<Tables>, work: () => Promise<T>): Promise<T> {
  try {
    return await onceMore(work);
  } catch (error) {
    const failure = failureOf(error, place);
    throw failure ? new IdentityUnavailable(failure.why, 'POSTGRES') : error;
  }
}

function othersOf(postgres: Postgres<Tables>, node: string): { readonly others: Others; readonly close: () => Promise<void> } {
  let following: Following | undefined;
  return {
    others: {
      follow: (listener) => {
        following = postgres.follow({
          channel: sessionsChannel,
          heard: (payload) => {
            const { node: by, ...change } = JSON.parse(payload) as SessionChange & { readonly node: string };
            listener.heard(change, by === node);
          },
          connected: async () => {
            const since = performance.now();
            listener.reread(await storedSessions(postgres.db), since);
          },
        });
      },
      doubt: () => (following?.doubtSince === undefined ? 0 : performance.now() - following.doubtSince),
      find: (hash) => asked(postgres, () => storedSession(postgres.db, hash)),
    },
    close: async () => following?.close(),
  };
}
