import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfiguration } from '#configuration';
import { askServer, CannotBeDone, openSaksi, operations, type Operator, type Telling } from '../../api/src/index.ts';

/** The operating-system user: the actor of what is recorded from the command line. */
export const operator = (): Operator => ({ user: `os:${userInfo().username}` });

/**
 * Runs an operation in the server that runs on `SAKSI_DATA`, or, when none runs, on the folder itself.
 * @throws CannotBeDone, and whatever opening the folder throws
 */
export async function runOperation(name: string, args: object, telling: Telling, { create = false } = {}): Promise<object> {
  const configuration = readConfiguration({ SAKSI_LOG_LEVEL: 'error', ...process.env });
  const folder = resolve(configuration.SAKSI_DATA);
  const answered = await askServer(folder, { operation: name, args, ...operator() }, telling);
  if (answered) return answered;
  if (!create && !existsSync(join(folder, 'log.db'))) throw new CannotBeDone(`${folder} holds no log. Set SAKSI_DATA to the folder of your Saksi, or start it first.`);
  const operation = operations.get(name);
  if (!operation) throw new CannotBeDone(`There is no operation "${name}".`);
  const saksi = await openSaksi(configuration);
  try {
    await saksi.readModels.caughtUp(await saksi.store.head());
    return await operation.run(saksi, args, operator(), telling);
  } finally {
    await saksi.close();
  }
}
