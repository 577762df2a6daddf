import type { Saksi } from '../../../../api/src/index.ts';
import { toRecorded } from '#event-store';
import { rebuildIdentity } from '#read-models';
import { expectedContradictions, expectedEvents } from './expected.ts';

/** What was found of the log and its views. `faults` are sentences; none: all is as the script has it. */
export interface LogFound {
  readonly events: number;
  readonly types: number;
  readonly noticed: number;
  readonly settled: number;
  readonly parked: number;
  readonly contexts: number;
  readonly faults: readonly string[];
}

/** Counts what stands in the log and rebuilds every view. Nothing may be recorded meanwhile. */
export async function checkLog(saksi: Saksi): Promise<LogFound> {
  await saksi.processes.settle();
  await saksi.readModels.caughtUp(await saksi.store.head());
  const counts = new Map<string, number>();
  const standing = new Map<string, boolean>();
  for await (const batch of saksi.store.readAll()) {
    for (const stored of batch) {
      counts.set(stored.type, (counts.get(stored.type) ?? 0) + 1);
      if (stored.type === 'access.contradiction-noticed.v1') standing.set(whatOf(stored), true);
      if (stored.type === 'access.contradiction-settled.v1') standing.set(whatOf(stored), false);
    }
  }
  const parked = (await saksi.readModels.parked()).length;
  const rebuilt = await rebuildIdentity(saksi.readModels);
  return {
    events: [...counts.values()].reduce((sum, count) => sum + count, 0),
    types: counts.size,
    noticed: counts.get('access.contradiction-noticed.v1') ?? 0,
    settled: counts.get('access.contradiction-settled.v1') ?? 0,
    parked,
    contexts: rebuilt.length,
    faults: [
      ...countFaults(counts),
      ...contradictionFaults(standing),
      ...(parked === 0 ? [] : [`${parked} events are parked`]),
      ...rebuilt.filter(({ differing }) => differing.length > 0).map(({ context, differing }) => `a rebuild of ${context} differs in ${differing.join(', ')}`),
    ],
  };
}

const whatOf = (stored: Parameters<typeof toRecorded>[0]): string => (toRecorded(stored).data as { readonly what: string }).what;

const countFaults = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...new Set([...Object.keys(expectedEvents), ...counts.keys()])]
    .filter((type) => (counts.get(type) ?? 0) !== (expectedEvents[type] ?? 0))
    .map((type) => `${counts.get(type) ?? 0} ${type} instead of ${expectedEvents[type] ?? 0}`);

const contradictionFaults = (standing: ReadonlyMap<string, boolean>): readonly string[] =>
  expectedContradictions
    .filter(({ what, settled }) => standing.get(what) !== !settled)
    .map(({ what, settled }) => `the contradiction ${what} ${standing.has(what) ? (settled ? 'is not settled' : 'does not stand') : 'was not noticed'}`);
