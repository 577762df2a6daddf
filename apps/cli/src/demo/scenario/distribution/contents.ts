import { on } from '../scenario.ts';
import type { List, ListStep } from '../step.ts';
import { lessPacked } from './cargo.ts';
import type { Cargo, PlannedBox } from './cargo.ts';
import { accessories, accessoryNames, ballotOf, items } from './goods.ts';
import type { Item } from './goods.ts';

/* What each box is to hold is planned by a list, before anything is drawn. */

/** After its boxes were packed, so many more voters were told of at the station that is in turn then. */
const moved = { turn: 6, voters: 3 } as const;

const contentsOf = ({ contest, station }: PlannedBox, more = 0): Readonly<Partial<Record<Item, number>>> => ({
  [ballotOf(contest)]: station.ballots + more,
  ...(contest === 'president' && Object.fromEntries(accessoryNames.map((item) => [item, accessories[item].each]))),
});

const inBoxes = items.filter((item) => item !== 'booth');

const listOf = (boxes: readonly PlannedBox[], more = 0): List => ({
  kind: 'boxes',
  header: ['Kode TPS', 'Pemilihan', ...inBoxes.map((item) => `barang:${item}`)],
  rows: boxes.map((box) => {
    const contents = contentsOf(box, more);
    return [box.station.code, box.contest, ...inBoxes.map((item) => contents[item] ?? '')];
  }),
});

/** The list of all boxes before packing begins, and that of one station once more, when its voters are more. */
export const plannedContentsOf = (cargo: readonly Cargo[]): readonly ListStep[] => [
  { name: 'the contents of every box', at: on('2024-01-19', '16:00'), by: 'dispatcher', list: listOf(cargo.flatMap(({ boxes }) => boxes)) },
  {
    name: 'the contents of the boxes of one station, anew',
    at: on('2024-02-05', '10:20'),
    by: 'dispatcher',
    list: listOf(cargo[moved.turn]?.boxes ?? [], moved.voters),
  },
];

/** What a box was planned to hold of an item and does not. */
export interface Lacking {
  readonly station: string;
  readonly contest: string;
  readonly item: Item;
  readonly lacking: number;
}

/** All that is lacking once everything is packed. */
export const lackingIn = (cargo: readonly Cargo[]): readonly Lacking[] =>
  cargo.flatMap(({ station: { code: station }, turn, boxes }) => [
    ...(lessPacked[turn] ? [{ station, contest: 'president', item: lessPacked[turn].item, lacking: lessPacked[turn].less }] : []),
    ...(turn === moved.turn ? boxes.map(({ contest }) => ({ station, contest, item: ballotOf(contest), lacking: moved.voters })) : []),
  ]);

/** How many plans that is in all. */
export const plansOf = (cargo: readonly Cargo[]): number => plannedContentsOf(cargo).reduce((sum, { list }) => sum + list.rows.length, 0);
