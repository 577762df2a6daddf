import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore } from '#event-store';
import type { Instant } from '#kernel';
import { boxWhereabouts, exportEpcis, logisticsProjections } from '#logistics';
import { openReadModels, type PageKey, type PageRequest, type ReadModels } from '#read-models';
import { knownEventTypes } from '../../../apps/api/src/app.module.ts';
import { alone, quantile, type Figure } from '../figure.ts';
import { boxOf, fillWithBoxes, outingOf } from './boxes.ts';

const boxes = 20_000;
const hour = 3_600_000;
const p99 = (times: readonly number[]): number =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.99,
  );

/** Where one box, and where every box of a regency was, at instants spread over the whole outing, as it was known an hour later. */
export async function boxFigures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-bench-'));
  const store = await openSqliteEventStore({ folder });
  try {
    await fillWithBoxes(store, boxes);
    const readModels = await openReadModels({ folder, store, modules: [logisticsProjections], knownTypes: knownEventTypes() });
    await readModels.caughtUp(await store.head());
    const figures = [
      alone('whereabouts.box', p99(await timed(1_000, (at, question) => whereabouts(readModels, at, boxOf((question * 7) % boxes)))), 'ms p99', '≤ 20 ms'),
      alone('whereabouts.regency', p99(await timed(40, (at) => whereabouts(readModels, at))), `ms p99, ${boxes} boxes`, '≤ 300 ms'),
      alone('export-epcis', await exported(readModels), 'events/s', '≥ 5,000'),
    ];
    await readModels.close();
    return figures;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(questions: number, ask: (at: Instant, question: number) => Promise<void>): Promise<readonly number[]> {
  const [from, until] = outingOf(boxes);
  const times: number[] = [];
  for (let question = 0; question < questions; question++) {
    const began = performance.now();
    await ask(from + Math.floor(((until - from) * question) / questions), question);
    times.push(performance.now() - began);
  }
  return times;
}

/** All pages of the answer. */
async function whereabouts(readModels: ReadModels, at: Instant, box?: string): Promise<void> {
  let page: PageRequest | undefined = { size: boxes };
  while (page) {
    const asked = { area: '1601', at, knownAt: at + hour, ...(box !== undefined && { box }) };
    const { next }: { readonly next?: PageKey } = await readModels.find(
      boxWhereabouts,
      asked,
      { actor: { user: 'bench', role: 'investigator' }, now: at },
      page,
    );
    page = next && { size: boxes, after: next };
  }
}

/** EPCIS events a second of the whole outing, as text, page after page. */
async function exported(readModels: ReadModels): Promise<number> {
  const [from, until] = outingOf(boxes);
  const began = performance.now();
  let events = 0;
  let page: PageRequest | undefined = {};
  while (page) {
    const circumstances = { actor: { user: 'bench', role: 'investigator' }, now: until + hour } as const;
    const { answer, next }: { readonly answer: readonly object[]; readonly next?: PageKey } = await readModels.find(exportEpcis, { from }, circumstances, page);
    events += answer.filter((event) => JSON.stringify(event) !== '').length;
    page = next && { after: next };
  }
  return (events * 1_000) / (performance.now() - began);
}
