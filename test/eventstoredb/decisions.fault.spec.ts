import { openEventStoreDb } from '#event-store';
import { seeded } from '../../libs/event-store/src/contract/random.ts';
import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';
import { noFaults, type Faults } from '../support/eventstoredb/faults.ts';
import { brokenDecisions } from './decisions.ts';

const schedules = Number(process.env['FAULT_SCHEDULES'] ?? 60);
const first = Number(process.env['FAULT_SEED'] ?? 1);
const atOnce = 8;

/** What a node hears of the others is late, or not at all for a time; the log itself fails less often. */
const faultsOf = (random: ReturnType<typeof seeded>): Faults => ({
  ...noFaults,
  append: () => (random(20) === 0 ? (random(2) === 0 ? 'no-answer' : 'cut-after') : 'none'),
  read: () => (random(20) === 0 ? 'cut' : 'none'),
  subscription: () => (random(6) === 0 ? (random(2) === 0 ? 'silent' : 'cut') : 'none'),
  checkpoint: () => (random(2) === 0 ? 'none' : 'before'),
});

async function broken(seed: number): Promise<readonly string[]> {
  const random = seeded(seed);
  const double = await EventStoreDbDouble.started();
  const open = () => openEventStoreDb({ url: double.url, prefix: 'saksi.decisions', patience: 2_000, attemptTimeout: 300, watchEvery: 60 });
  const nodes = [await open(), await open()];
  try {
    double.faults = faultsOf(random);
    return (await brokenDecisions(nodes, random, String(seed))).map((sentence) => `seed ${seed}: ${sentence}`);
  } finally {
    double.faults = noFaults;
    await Promise.all(nodes.map((node) => node.close()));
    double.kill();
  }
}

it(
  `decides on what was acknowledged on any node, in ${schedules} random schedules of faults, each from its own seed`,
  async () => {
    const violations: string[] = [];
    let next = first;
    const lane = async (): Promise<void> => {
      while (next < first + schedules) violations.push(...(await broken(next++)));
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    expect(violations).toEqual([]);
  },
  60_000 + schedules * 4_000,
);
