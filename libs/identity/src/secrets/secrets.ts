import { closeSync, openSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { IdentityUnavailable } from './errors.ts';
import type { Answer, Question } from './messages.ts';
import type { Others } from './others.ts';
import type { Operations } from './worker/operations.ts';

/** What must stay out of the log (`worker/schema.ts`), in identity.db or in PostgreSQL; every answer is durable when it resolves. */
export interface Secrets {
  /** @throws IdentityUnavailable when the file or its worker cannot be used; the next call tries again */
  ask<Name extends keyof Operations>(name: Name, ...args: Parameters<Operations[Name]>): Promise<ReturnType<Operations[Name]>>;
  /** The nodes that use the same secrets; absent: this process is the only one. */
  readonly others?: Others;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const ownExtension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** Opens `file` (made with mode 0600) in a worker thread. A worker that dies is started again by the next question. */
export function openSecretsIn(file: string): Secrets {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  let closed = false;

  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const settle = (answer: Answer): void => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (!asked) return;
    if ('error' in answer) asked.reject(new IdentityUnavailable(answer.error.message, answer.error.code));
    else asked.resolve(answer.value);
  };

  const start = (): Worker => {
    closeSync(openSync(file, 'a', 0o600));
    const started = new Worker(new URL(`./identity.worker${ownExtension}`, import.meta.url), { workerData: { file } });
    started.on('message', settle);
    started.on('error', (error: Error & { code?: string }) => failAll(new IdentityUnavailable(error.message, error.code)));
    started.on('exit', () => {
      if (worker === started) worker = undefined;
      failAll(new IdentityUnavailable('its worker ended'));
    });
    return started;
  };

  const post = (name: Question['name'], args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new IdentityUnavailable('it was closed'));
      try {
        worker ??= start();
      } catch (error) {
        return reject(new IdentityUnavailable(error instanceof Error ? error.message : String(error), 'SQLITE_CANTOPEN'));
      }
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, args } satisfies Question);
    });

  return {
    // The worker runs the very operation whose type this is; structured cloning keeps plain values as they are.
    ask: async <Name extends keyof Operations>(name: Name, ...args: Parameters<Operations[Name]>) => (await post(name, args)) as ReturnType<Operations[Name]>,
    async close() {
      closed = true;
      const ending = worker;
      if (!ending) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      ending.postMessage('close');
      await ended;
    },
  };
}
