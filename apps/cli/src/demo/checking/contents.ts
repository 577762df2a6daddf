import { lackingInBoxes, plannedAt } from '../questions.ts';
import type { Distribution } from '../scenario/distribution/distribution.ts';
import { accessoryNames } from '../scenario/distribution/goods.ts';
import { contests } from '../scenario/distribution/stations.ts';
import type { Ask } from './ask.ts';

interface ContentFound {
  readonly station: string;
  readonly contest: string;
  readonly item: string;
  readonly planned: number;
  readonly drawn: number;
  readonly lacking: number;
}

const said = ({ station, contest, item, lacking }: Pick<ContentFound, 'station' | 'contest' | 'item' | 'lacking'>): string =>
  `${lacking} ${item} for ${contest} at ${station}`;

/** Compares what boxes lack of their plan with the script; all else that was planned is in them. */
export async function checkContents(ask: Ask, { lacking }: Distribution): Promise<readonly string[]> {
  const faults: string[] = [];
  const found = (await ask<ContentFound>(lackingInBoxes)).map(said).sort();
  const expected = lacking.map(said).sort();
  if (found.join() !== expected.join()) faults.push(`boxes lack ${found.join(', ') || 'nothing'} instead of ${expected.join(', ')}`);
  for (const station of new Set(lacking.map((each) => each.station))) {
    const contents = await ask<ContentFound>(plannedAt(station));
    const lines = contests.length + accessoryNames.length;
    if (contents.length !== lines) faults.push(`the boxes of ${station} were planned with ${contents.length} items instead of ${lines}`);
    if (contents.some(({ planned, drawn, lacking: less }) => planned - drawn !== less))
      faults.push(`what the boxes of ${station} lack is not what was not drawn`);
  }
  return faults;
}
