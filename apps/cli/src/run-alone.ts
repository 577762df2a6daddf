import type { Configuration } from '#configuration';
import { FolderLocked } from '#event-store';
import { createLog } from '#http';
import { CannotBeDone, openSaksi, operations, type Operation, type Operator, type Saksi, type Telling } from '../../api/src/index.ts';

export interface Alone {
  readonly name: string;
  readonly args: object;
  readonly configuration: Configuration;
  /** Another process may hold the folder for a moment: then there is no answer, instead of an error. */
  readonly patient: boolean;
  readonly operator: Operator;
  readonly telling: Telling;
}

/**
 * Runs an operation on the folder itself; `undefined`: another process holds it, and may soon answer or let go.
 * @throws CannotBeDone, and whatever opening the folder throws
 */
export async function runAlone({ name, args, configuration, patient, operator, telling }: Alone): Promise<object | undefined> {
  const operation = operations.get(name);
  if (!operation) throw new CannotBeDone(`There is no operation "${name}".`);
  const saksi = await openUnlessTaken(configuration, operation, patient);
  if (!saksi) return undefined;
  try {
    await saksi.readModels.caughtUp(await saksi.store.head());
    return await operation.run(saksi, args, operator, telling);
  } finally {
    await saksi.close();
  }
}

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
