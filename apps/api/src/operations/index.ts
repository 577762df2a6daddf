import { userCreate } from './accounts.ts';
import { backup } from './backup.ts';
import { doctor } from './doctor.ts';
import { erase } from './erase.ts';
import { events } from './events.ts';
import { keyRotate } from './key.ts';
import { importing } from './import.ts';
import type { Operation } from './operation.ts';
import { snapshot } from './snapshot.ts';
import { parkedList, parkedRetry, rebuild } from './views.ts';

export { CannotBeDone } from './operation.ts';
export type { Operation, Operator, Progress, Telling } from './operation.ts';
export { copy } from './copy.ts';
export { restore } from './restore.ts';
export { restoreReadModels } from './restore-snapshot.ts';
export { backup, doctor, erase, events, importing, keyRotate, parkedList, parkedRetry, rebuild, snapshot, userCreate };

/** Every operation by name, as the socket finds it; its arguments are checked by its own schema. */
export const operations: ReadonlyMap<string, AnyOperation> = new Map(
  [
    erased(userCreate),
    erased(rebuild),
    erased(parkedList),
    erased(parkedRetry),
    erased(events),
    erased(importing),
    erased(backup),
    erased(snapshot),
    erased(erase),
    erased(keyRotate),
    erased(doctor),
  ].map((each) => [each.name, each]),
);

export type AnyOperation = Pick<Operation, 'name' | 'actsThroughProcesses'> & {
  readonly run: (saksi: Parameters<Operation['run']>[0], args: unknown, ...rest: Rest) => Promise<object>;
};
type Rest = Parameters<Operation['run']> extends [unknown, unknown, ...infer Others] ? Others : never;

function erased<Args extends object, Result extends object>({ args, run, ...rest }: Operation<Args, Result>): AnyOperation {
  return { ...rest, run: (saksi, given, ...others) => run(saksi, args.parse(given), ...others) };
}
