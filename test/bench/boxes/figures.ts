import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore, type EventStore } from '#event-store';
import type { Instant } from '#kernel';
import { boxWhereabouts, exportEpcis, logisticsProjections, stockEquation } from '#logistics';
import { openReadModels, type PageKey, type PageRequest, type ReadModels } from '#read-models';
import { knownEventTypes } from '../../../apps/api/src/app.module.ts';
import { alone, median, quantile, type Figure } from '../figure.ts';
import { boxOf, fillWithBoxes, outingOf, warehouse } from './boxes.ts';

const boxes = 20_000;
const hour = 3_600_000;
const p99 = (times: readonly number[]): number =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.99,
  );

/** Where one box, and where every box of a regency was, at instants spread over the whole outing, as it was known an hour later. */
export const boxFigures = (): Promise<readonly Figure[]> =>
  onLog(
    (store) => fillWithBoxes(store, boxes),
    async (readModels) => [
      alone('whereabouts.box', p99(await timed(1_000, (at, question) => whereabouts(readModels, at, boxOf((question * 7) % boxes)))), 'ms p99', '≤ 20 ms'),
      alone('whereabouts.regency', p99(await timed(40, (at) => whereabouts(readModels, at))), `ms p99, ${boxes} boxes`, '≤ 300 ms'),
      alone('export-epcis', await exported(readModels), 'events/s', '≥ 5,000'),
    ],
  );

/** What came in and where it is when each of 20,000 boxes was drawn for: now, and at instants over the whole outing, as it was known half a day later. */
export const stockFigures = (): Promise<readonly Figure[]> =>
  onLog(
    (store) => fillWithBoxes(store, boxes, { withDraws: true }),
    async (readModels) => {
      const now = await timed(40, () => equation(readModels, { now: outingOf(boxes)[1] }));
      const then = await timed(40, (at) => equation(readModels, { at, knownAt: at + 12 * hour, now: outingOf(boxes)[1] }));
      const what = `ms, ${boxes} draws`;
      return [
        alone('stock-equation', median(now), `${what}, median`, '≤ 100 ms'),
        alone('stock-equation.p99', p99(now), `${what}, p99`, ''),
        alone('stock-equation.as-of', median(then), `${what}, median`, '≤ 100 ms'),
        alone('stock-equation.as-of.p99', p99(then), `${what}, p99`, ''),
      ];
    },
  );

async function onLog(fill: (store: EventStore) => Promise<void>, figures: (readModels: ReadModels) => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-bench-'));
  const store = await openSqliteEventStore({ folder });
  try {
    await fill(store);
    const readModels = await openReadModels({ folder, store, modules: [logisticsProjections], knownTypes: knownEventTypes() });
    await readModels.caughtUp(await store.head());
    const found = await figures(readModels);
    await readModels.close();
    return found;
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

async function equation(
  readModels: ReadModels,
  { now, ...asked }: { readonly now: Instant; readonly at?: Instant; readonly knownAt?: Instant },
): Promise<void> {
  const { answer } = await readModels.find(stockEquation, { warehouse, ...asked }, { actor: { user: 'bench', role: 'investigator' }, now });
  if (answer.some(({ difference }) => difference !== 0)) throw new Error('The stock does not add up.');
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
