import { boxOnTheRoad, lateTruck, stockAtKemelak } from '../questions.ts';
import type { Ask } from './ask.ts';
import { checkContents } from './contents.ts';
import { checkPhotographs } from './photographs.ts';
import { checkShort } from './short.ts';
import type { Distribution } from '../scenario/distribution/distribution.ts';
import { items } from '../scenario/distribution/goods.ts';
import { on } from '../scenario/scenario.ts';

/** What was found of the goods and the trucks. */
export interface DistributionFound {
  /** Presidential ballots beyond the plan. */
  readonly surplus: number;
  readonly faults: readonly string[];
}

export interface Equation {
  readonly item: string;
  readonly cameIn: readonly { readonly term: string; readonly quantity: number }[];
  readonly difference: number;
  readonly planned: number | null;
  readonly surplus: number | null;
  readonly alarms: readonly unknown[];
}
export interface BoxFound {
  readonly place: string;
  readonly passed: string | null;
}
export interface RunFound {
  readonly status: string;
  readonly overdue: boolean;
}

/** When the stock is asked for: while sorting, packing, after the rain, with trucks on the road, after the fire, and now. */
const instants = [
  on('2024-01-10', '12:00'),
  on('2024-01-22', '11:00'),
  on('2024-02-04', '03:40'),
  on('2024-02-10', '08:30'),
  on('2024-02-11', '12:00'),
  on('2024-02-13', '15:40'),
  undefined,
];

/** Compares what is answered of the goods, a box on the road and a truck past its time with the script. */
export async function checkDistribution(ask: Ask, distribution: Distribution): Promise<DistributionFound> {
  const faults: string[] = [];
  for (const at of instants)
    for (const { item, difference, alarms } of await ask<Equation>(stockAtKemelak(at)))
      if (difference !== 0 || alarms.length > 0) faults.push(`${item} does not add up by ${difference} in ${stockAtKemelak(at)}`);

  const now = await ask<Equation>(stockAtKemelak());
  if (now.length !== items.length) faults.push(`there are ${now.length} items instead of ${items.length}`);
  const ballots = now.find(({ item }) => item === 'ballot-president');
  const received = ballots?.cameIn.find(({ term }) => term === 'received')?.quantity;
  if (received !== 276_881 || ballots?.planned !== 275_881 || ballots.surplus !== 1_000)
    faults.push(`${received ?? 'no'} presidential ballots were received and ${ballots?.planned ?? 'none'} planned, a surplus of ${ballots?.surplus ?? 'none'}`);

  const { asked } = distribution;
  const road = boxOnTheRoad(distribution);
  for (const [known, path, checkpoint] of [
    ['now', road.nowKnown, asked.nowKnown],
    ['then', road.thenKnown, asked.thenKnown],
  ] as const) {
    const [box] = await ask<BoxFound>(path);
    if (box?.place !== 'on-truck' || box.passed !== checkpoint)
      faults.push(`as ${known} known the box was ${box?.place ?? 'nowhere'} and had passed ${box?.passed ?? 'nothing'} instead of ${checkpoint}`);
  }
  const late = await ask<RunFound>(lateTruck(distribution));
  if (!late.some(({ status, overdue }) => status === 'under-way' && overdue)) faults.push('no truck was past its time when one was');
  faults.push(...(await checkPhotographs(ask)), ...(await checkContents(ask, distribution)), ...(await checkShort(ask)));
  return { surplus: ballots?.surplus ?? 0, faults };
}
