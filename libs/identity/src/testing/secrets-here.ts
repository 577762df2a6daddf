import { setImmediate } from 'node:timers/promises';
import type { OpenSecrets } from '../open-identity.ts';
import { openSecrets } from '../secrets/worker/open.ts';
import { operationsOn, type Operations } from '../secrets/worker/operations.ts';

/**
 * A real identity.db by the operations that its thread runs, without the thread, which takes longer to start than most
 * examples last. Answers come in a later turn, as copies; how they come from the thread is said by secrets.spec.ts.
 */
export const secretsHere =
  (file: string): OpenSecrets =>
  async () => {
    const db = openSecrets(file);
    const operations: Readonly<Record<keyof Operations, (...args: never[]) => unknown>> = operationsOn(db);
    const answer = db.transaction((name: keyof Operations, args: readonly unknown[]) => operations[name](...(args as never[])));
    return {
      async ask<Name extends keyof Operations>(name: Name, ...args: Parameters<Operations[Name]>) {
        await setImmediate();
        return structuredClone(answer.immediate(name, structuredClone(args))) as ReturnType<Operations[Name]>;
      },
      close: async () => void db.close(),
    };
  };
