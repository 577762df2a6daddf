import type { Database } from 'better-sqlite3';
import { attemptOperations } from './attempts.operations.ts';
import { codeOperations } from './codes.operations.ts';
import { credentialOperations } from './credentials.operations.ts';
import { deviceOperations } from './devices.operations.ts';
import { entryOperations } from './entries.operations.ts';
import { sessionOperations } from './sessions.operations.ts';

/** Everything the worker can be asked. Arguments and results cross a thread: plain values only. */
export const operationsOn = (db: Database) => ({
  ...attemptOperations(db),
  ...codeOperations(db),
  ...credentialOperations(db),
  ...deviceOperations(db),
  ...entryOperations(db),
  ...sessionOperations(db),
});

export type Operations = ReturnType<typeof operationsOn>;
