import type { Saksi } from '../../../../api/src/index.ts';
import { toRecorded } from '#event-store';
import { rebuildIdentity } from '#read-models';
import type { District } from '../scenario/distribution/districts.ts';
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
export async function checkLog(saksi: Saksi, chosen: readonly District[]): Promise<LogFound> {
  await saksi.processes.settle();
  await saksi.readModels.caughtUp(await saksi.store.head());
  const counts = new Map<string, number>();
  const noticed = new Map<string, number>();
  const settled = new Map<string, number>();
  for await (const batch of saksi.store.readAll()) {
    for (const stored of batch) {
      count(counts, stored.type);
      if (stored.type.endsWith('.contradiction-noticed.v1')) count(noticed, whatOf(stored));
      if (stored.type.endsWith('.contradiction-settled.v1')) count(settled, whatOf(stored));
    }
  }
  const parked = (await saksi.readModels.parked()).length;
  const rebuilt = await rebuildIdentity(saksi.readModels);
  return {
    events: sumOf(counts),
    types: counts.size,
    noticed: sumOf(noticed),
    settled: sumOf(settled),
    parked,
    contexts: rebuilt.length,
    faults: [
      ...countFaults(counts, expectedEvents(chosen)),
      ...contradictionFaults(noticed, settled),
      ...(parked === 0 ? [] : [`${parked} events are parked`]),
      ...rebuilt.filter(({ differing }) => differing.length > 0).map(({ context, differing }) => `a rebuild of ${context} differs in ${differing.join(', ')}`),
    ],
  };
}

const whatOf = (stored: Parameters<typeof toRecorded>[0]): string => (toRecorded(stored).data as { readonly what: string }).what;

const countFaults = (counts: ReadonlyMap<string, number>, expected: Readonly<Record<string, number>>): readonly string[] =>
  [...new Set([...Object.keys(expected), ...counts.keys()])]
    .filter((type) => (counts.get(type) ?? 0) !== (expected[type] ?? 0))
    .map((type) => `${counts.get(type) ?? 0} ${type} instead of ${expected[type] ?? 0}`);

const contradictionFaults = (noticed: ReadonlyMap<string, number>, settled: ReadonlyMap<string, number>): readonly string[] =>
  expectedContradictions
    .filter((each) => noticed.get(each.what) !== each.noticed || (settled.get(each.what) ?? 0) !== each.settled)
    .map(
      (each) =>
        `${each.what} was noticed ${noticed.get(each.what) ?? 0} times and settled ${settled.get(each.what) ?? 0} times, instead of ${each.noticed} and ${each.settled}`,
    );

const count = (counts: Map<string, number>, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, each) => sum + each, 0);
