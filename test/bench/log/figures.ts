import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whoIsInside, accessProjections } from '#access';
import { openSqliteEventStore, type EventStore } from '#event-store';
import { openReadModels, type ReadModels } from '#read-models';
import { knownEventTypes } from '../../../apps/api/src/app.module.ts';
import { alone, median, quantile, type Figure } from '../figure.ts';
import { enteredAt, fillLog, postOf } from './nights.ts';

const ownExtension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const presenceAlone = new URL(`../../../libs/access/src/views/presence.projection${ownExtension}`, import.meta.url).href;

async function projectedBy(store: EventStore, folder: string, modules: readonly string[]): Promise<ReadModels> {
  const readModels = await openReadModels({ folder, store, modules, knownTypes: knownEventTypes() });
  await readModels.caughtUp(await store.head());
  return readModels;
}

/** Events per second of a rebuild as an operator asks for it: beside the file that answers, until the new one has taken its place. */
async function rebuildRate(readModels: ReadModels, events: number): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    await readModels.rebuild('access');
    rates.push(events / ((performance.now() - began) / 1_000));
  }
  return median(rates);
}

/** Rebuilding from a log's beginning, reading included: one view, all views; and asking who was inside, at any instant. */
export async function logFigures(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [index, events] of sizes.entries()) {
    const folder = mkdtempSync(join(tmpdir(), 'saksi-bench-'));
    const store = await openSqliteEventStore({ folder });
    try {
      await fillLog(store, events);
      if (index === 0) {
        const one = await projectedBy(store, join(folder, 'one'), [presenceAlone]);
        figures.push(alone('rebuild.who-is-inside', await rebuildRate(one, events), 'events/s', '≥ 80,000'));
        await one.close();
      }
      const all = await projectedBy(store, folder, [accessProjections]);
      if (index === 0) figures.push(alone('rebuild.all', await rebuildRate(all, events), 'events/s', '≥ 40,000'));
      figures.push(alone(`as-of.${events}`, await asOf(all, events), 'ms p99', '≤ 20 ms, flat'));
      await all.close();
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return figures;
}

const questions = 1_000;
const hour = 3_600_000;

/** p99 of who-is-inside with `at` and `knownAt` spread over the whole log, ms. */
async function asOf(readModels: ReadModels, events: number): Promise<number> {
  const visits = Math.floor(events / 3.04);
  const times: number[] = [];
  for (let question = 0; question < questions; question++) {
    const visit = Math.floor((visits * question) / questions);
    const at = enteredAt(visit);
    const began = performance.now();
    await readModels.find(whoIsInside, { post: postOf(visit), at, knownAt: at + hour }, { actor: { user: 'bench', role: 'investigator' }, now: at });
    times.push(performance.now() - began);
  }
  return quantile(
    times.toSorted((a, b) => a - b),
    0.99,
  );
}
