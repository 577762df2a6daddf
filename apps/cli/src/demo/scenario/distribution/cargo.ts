import { idAt, minute, on } from '../scenario.ts';
import type { District } from './districts.ts';
import { accessories, accessoryNames } from './goods.ts';
import type { Accessory } from './goods.ts';
import { accessoryLots, ballotLots, lotOf, replacements, storeOf, tableOf, tables, wetOf } from './lots.ts';
import type { PlannedLot } from './lots.ts';
import { allStations, contests } from './stations.ts';
import type { Contest, Station } from './stations.ts';

/** What is taken from one lot for one box. */
export interface PlannedDraw {
  readonly lot: PlannedLot;
  readonly quantity: number;
}

export interface PlannedBox {
  readonly id: string;
  readonly station: Station;
  readonly contest: Contest;
  /** As they were put on when it was packed. */
  readonly seals: readonly string[];
  readonly draws: readonly PlannedDraw[];
}

/** A station with its boxes, and its turn at the tables. */
export interface Cargo {
  readonly station: Station;
  readonly turn: number;
  readonly boxes: readonly PlannedBox[];
}

/** The boxes of these stations, by their turn, are packed with less of something than was planned: nobody counted again. */
export const lessPacked: Readonly<Record<number, { readonly item: Accessory; readonly less: number }>> = {
  3: { item: 'punching-tool', less: 1 },
  11: { item: 'seal', less: 2 },
};

const begun = on('2024-01-22', '07:30');
const day = 1_440 * minute;
/** One station at each table takes so long to draw for; so long again to pack, and to seal. */
export const spell = 48 * minute;
const spellsADay = 10;

/** When drawing begins for the stations of a turn. The last turn of a day is sealed at six minutes past five. */
export function turnBegins(turn: number): number {
  const round = Math.floor(turn / tables);
  return begun + Math.floor(round / spellsADay) * day + (round % spellsADay) * spell;
}

export const sealNumber = (number: number): string => `KPU-${String(number).padStart(7, '0')}`;

/** Where the ballots of each station come from: its table's lot, and for the last ones, of what replaced the spoilt. */
const ballotDraws = new Map(contests.map((contest) => [contest, drawsOf(contest)]));

function drawsOf(contest: Contest): readonly (readonly PlannedDraw[])[] {
  const left = ballotLots[contest].map(({ quantity, spoilt }) => quantity - spoilt);
  return allStations.map((station) => {
    const table = tableOf(station);
    const there = contest === 'president' ? station.ballots : Math.min(left[table] ?? 0, station.ballots);
    left[table] = (left[table] ?? 0) - there;
    const own = { lot: lotOf(ballotLots[contest], table), quantity: there };
    const more = station.ballots - there;
    return contest === 'president' || more === 0 ? [own] : [own, { lot: replacements[contest], quantity: more }].filter(({ quantity }) => quantity > 0);
  });
}

function boxOf(station: Station, contest: Contest, turn: number): PlannedBox {
  const number = station.index * contests.length + contests.indexOf(contest);
  const ballots = ballotDraws.get(contest)?.[station.index] ?? [];
  const others = accessoryNames.map((item) => ({
    lot: lotOf(accessoryLots[item], storeOf(station)),
    quantity: accessories[item].each - (lessPacked[turn]?.item === item ? lessPacked[turn].less : 0),
  }));
  return {
    id: idAt(turnBegins(turn) + spell, 'box', `${station.code} ${contest}`),
    station,
    contest,
    seals: [sealNumber(2 * number + 1), sealNumber(2 * number + 2)],
    draws: contest === 'president' ? [...ballots, ...others] : ballots,
  };
}

/** The boxes of these districts, the farthest first: they are packed in this order. */
export const cargoFor = (chosen: readonly District[]): readonly Cargo[] =>
  allStations
    .filter(({ district }) => chosen.includes(district))
    .toReversed()
    .map((station, turn) => ({ station, turn, boxes: contests.map((contest) => boxOf(station, contest, turn)) }));

/** What is left of the presidential ballots once every station has its own: the surplus, less what was spoilt or soaked. */
export const ballotDrawsLeft: readonly PlannedDraw[] = ballotLots.president.map((lot, table) => {
  const packed = allStations.filter((station) => tableOf(station) === table).reduce((sum, { ballots }) => sum + ballots, 0);
  return { lot, quantity: lot.quantity - lot.spoilt - packed - wetOf(lot) };
});
