import { idAt, minute, on } from '../scenario.ts';
import { accessories, accessoryNames, ballotOf, boothsEach } from './goods.ts';
import type { Accessory, Item } from './goods.ts';
import { allStations, contests } from './stations.ts';
import type { Contest, Station } from './stations.ts';
import type { ZoneCode } from './warehouse.ts';

/** What one truck brought of one item: it stays together. */
export interface PlannedLot {
  readonly id: string;
  readonly name: string;
  readonly item: Item;
  readonly quantity: number;
  readonly zone: ZoneCode;
  readonly received: number;
  /** What the sorters put aside. */
  readonly spoilt: number;
  /** How much more its waybill says than was there. */
  readonly short: number;
}

/** Eight tables pack, each from lots of its own. */
export const tables = 8;
export const tableOf = ({ index }: Station): number => index % tables;
const stores = 4;
export const storeOf = ({ index }: Station): number => index % stores;

const arrivals = {
  booth: on('2023-12-04', '09:00'),
  'punching-tool': on('2023-12-04', '13:00'),
  ink: on('2023-12-06', '09:30'),
  seal: on('2023-12-06', '11:00'),
  dpd: on('2023-12-11', '08:30'),
  dpr: on('2023-12-13', '08:30'),
  'dprd-regency': on('2023-12-18', '08:30'),
  'dprd-province': on('2023-12-20', '08:30'),
  president: on('2023-12-27', '08:30'),
  'form-set': on('2024-01-10', '10:00'),
  replacement: on('2024-01-18', '14:00'),
} as const;

const zoneOfContest: Readonly<Record<Contest, ZoneCode>> = { president: 'A-1', dpd: 'A-2', dpr: 'A-2', 'dprd-province': 'A-3', 'dprd-regency': 'A-3' };

/** Torn, spotted or badly printed, by table; each kind of ballot has the row shifted by one. */
const spoiltAtTable = [31, 28, 35, 41, 26, 38, 33, 31];
const spoiltOf = (contest: Contest, table: number): number => spoiltAtTable[(table + contests.indexOf(contest)) % tables] ?? 0;

/** What came of presidential ballots for each table beyond what its stations need: 1,000 in all. */
const surplusAtTable = 125;

const needAt = (table: number): number => allStations.filter((station) => tableOf(station) === table).reduce((sum, { ballots }) => sum + ballots, 0);

type Lot = Omit<PlannedLot, 'id' | 'name' | 'received' | 'short'> & { readonly short?: number };

const lotAt = (received: number, name: string, more: Lot): PlannedLot => ({
  short: 0,
  ...more,
  id: idAt(received, 'lot', name),
  name,
  received,
});

const ofTable = (contest: Contest, table: number): PlannedLot =>
  lotAt(arrivals[contest] + table * 25 * minute, `${contest} ${table + 1}`, {
    item: ballotOf(contest),
    quantity: needAt(table) + (contest === 'president' ? surplusAtTable : 0),
    // The last pallets of the largest delivery found no room in hall A.
    zone: contest === 'president' && table === tables - 1 ? 'B-1' : zoneOfContest[contest],
    spoilt: spoiltOf(contest, table),
  });

/** The printer sent once more what was spoilt; of the presidential ballots there were enough. */
const replacement = (contest: Contest, index: number): PlannedLot =>
  lotAt(arrivals.replacement + index * 10 * minute, `${contest} replacement`, {
    item: ballotOf(contest),
    quantity: spoiltAtTable.reduce((sum, spoilt) => sum + spoilt, 0),
    zone: zoneOfContest[contest],
    spoilt: 0,
  });

const zoneOfAccessory: Readonly<Record<Accessory, ZoneCode>> = { ink: 'S-1', seal: 'S-1', 'form-set': 'B-1', 'punching-tool': 'B-2' };

const ofStore = (item: Accessory, store: number): PlannedLot =>
  lotAt(arrivals[item] + store * 15 * minute, `${item} ${store + 1}`, {
    item,
    quantity: allStations.filter((station) => storeOf(station) === store).length * accessories[item].each + (store === 0 ? accessories[item].reserve : 0),
    zone: zoneOfAccessory[item],
    spoilt: 0,
    ...(item === 'punching-tool' && store === stores - 1 && { short: 5 }),
  });

const each = <Key extends string, Value>(keys: readonly Key[], value: (key: Key, index: number) => Value): Readonly<Record<Key, Value>> =>
  Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Readonly<Record<Key, Value>>;

const counting = (many: number): readonly number[] => Array.from({ length: many }, (_, index) => index);

export const ballotLots = each(contests, (contest) => counting(tables).map((table) => ofTable(contest, table)));
export const replacements = each(
  contests.filter((contest) => contest !== 'president'),
  replacement,
);
export const accessoryLots = each(accessoryNames, (item) => counting(stores).map((store) => ofStore(item, store)));
/** They were counted as one bundle fewer than came, which is found when they are counted again. */
export const overlooked = 20;
export const booths = lotAt(arrivals.booth, 'booth', {
  item: 'booth',
  quantity: allStations.length * boothsEach - overlooked,
  zone: 'B-2',
  spoilt: 0,
  short: overlooked,
});

export const allLots: readonly PlannedLot[] = [
  ...Object.values(ballotLots).flat(),
  ...Object.values(replacements),
  ...Object.values(accessoryLots).flat(),
  booths,
].toSorted((one, other) => one.received - other.received);

/** The presidential lot and the forms over which the roof leaked, and what the water took of them. */
export const soaked = [
  { lot: lotOf(ballotLots.president, tables - 1), quantity: 84 },
  { lot: lotOf(accessoryLots['form-set'], 0), quantity: 12 },
] as const;

export const wetOf = (lot: PlannedLot): number => soaked.filter((each) => each.lot === lot).reduce((sum, { quantity }) => sum + quantity, 0);

export function lotOf(lots: readonly PlannedLot[], index: number): PlannedLot {
  const lot = lots[index];
  if (!lot) throw new RangeError(`There is no lot ${index}.`);
  return lot;
}
