import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Configuration } from '#configuration';
import { readConfiguration } from '#configuration';
import { FolderLocked } from '#event-store';
import { createLog } from '#http';
import { systemClock } from '#kernel';
import { askServer, CannotBeDone, openSaksi, operations, type Operation, type Operator, type Saksi, type Telling } from '../../api/src/index.ts';

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
  const operation = operations.get(name);
  if (!operation) throw new CannotBeDone(`There is no operation "${name}".`);
  const givenUp = systemClock.now() + patience;
  for (;;) {
    const answered = await askServer(folder, { operation: name, args, ...operator() }, telling);
    if (answered) return answered;
    if (!create && !existsSync(join(folder, 'log.db')))
      throw new CannotBeDone(`${folder} holds no log. Set SAKSI_DATA to the folder of your Saksi, or start it first.`);
    const saksi = await openUnlessTaken(configuration, operation, systemClock.now() < givenUp);
    if (saksi) return runAlone(saksi, operation, args, telling);
    await pause(300);
  }
}

/** `undefined`: another process holds the folder, and may soon answer or let go. */
async function openUnlessTaken(
  configuration: Configuration,
  { actsThroughProcesses = false }: Pick<Operation, 'actsThroughProcesses'>,
  patient: boolean,
): Promise<Saksi | undefined> {
  try {
    const log = createLog({ level: configuration.SAKSI_LOG_LEVEL, destination: process.stderr });
    return await openSaksi(configuration, { log, processes: actsThroughProcesses });
  } catch (error) {
    if (patient && error instanceof FolderLocked) return undefined;
    throw error;
  }
}

async function runAlone(saksi: Saksi, operation: NonNullable<ReturnType<typeof operations.get>>, args: object, telling: Telling): Promise<object> {
  try {
    await saksi.readModels.caughtUp(await saksi.store.head());
    return await operation.run(saksi, args, operator(), telling);
  } finally {
    await saksi.close();
  }
}
