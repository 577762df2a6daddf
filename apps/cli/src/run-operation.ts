import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfiguration } from '#configuration';
import { systemClock } from '#kernel';
import { askServer } from '../../api/src/operations/ask-server.ts';
import { CannotBeDone } from '../../api/src/operations/operation.ts';
import type { Operator, Telling } from '../../api/src/operations/operation.ts';

/** The operating-system user: the actor of what is recorded from the command line. A container's user may have no name. */
export const operator = (): Operator => {
  try {
    return { user: `os:${userInfo().username}` };
  } catch {
    return { user: `os:uid-${process.getuid?.() ?? 'unknown'}` };
  }
};

/** How long a server that starts or stops may hold the folder before we give up, ms. */
const patience = 10_000;

/**
 * Runs an operation in the server that runs on `SAKSI_DATA`, or, when none runs, on the folder itself.
 * @throws CannotBeDone, and whatever opening the folder throws
 */
export async function runOperation(name: string, args: object, telling: Telling, { create = false } = {}): Promise<object> {
  const configuration = readConfiguration({ SAKSI_LOG_LEVEL: 'error', ...process.env });
  const folder = resolve(configuration.SAKSI_DATA);
  const givenUp = systemClock.now() + patience;
  for (;;) {
    const answered = await askServer(folder, { operation: name, args, ...operator() }, telling);
    if (answered) return answered;
    if (!create && configuration.SAKSI_STORE === 'sqlite' && !existsSync(join(folder, 'log.db')))
      throw new CannotBeDone(`${folder} holds no log. Set SAKSI_DATA to the folder of your Saksi, or start it first.`);
    // Whoever asks a running server need not load one.
    const { runAlone } = await import('./run-alone.ts');
    const done = await runAlone({ name, args, configuration, patient: systemClock.now() < givenUp, operator: operator(), telling });
    if (done) return done;
    await pause(300);
  }
}
