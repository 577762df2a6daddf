import { naturalId, uuidv7 } from '#kernel';
import type { OwnServer } from './own-server.ts';

/* A warehouse, its boxes and the runs that are to carry them, told to a server as dispatchers tell it. */

const id = (kind: string, number: number): string => naturalId(`truck-${kind}`, String(number));
const village = '1601141011';
const contests = ['president', 'dpr', 'dpd', 'dprd-province', 'dprd-regency'] as const;
const together = 12;
/** When the trucks are to arrive: later than any clock at which this runs. */
const due = '2099-02-13T12:00:00+07:00';

export interface Box {
  readonly box: string;
  readonly station: string;
  readonly seals: readonly string[];
}

export interface Run {
  readonly dispatch: string;
  readonly destination: string;
  readonly vehicle: string;
  readonly boxes: readonly Box[];
}

const warehouse = id('warehouse', 1);
const zone = id('zone', 1);
const lot = id('lot', 1);

/** The boxes of stations of one village: five each, one for each election. */
export const boxesOf = (villageCode: string, from: number, count: number): readonly Box[] =>
  Array.from({ length: count }, (_, index) => ({
    box: id('box', from + index),
    station: `${villageCode}-${String(Math.floor(index / contests.length) + 1).padStart(3, '0')}`,
    seals: [`KPU-${String(from + index).padStart(5, '0')}`],
  }));

export const contestOf = (index: number): string => contests[index % contests.length] ?? 'president';

/** Sets up the warehouse, with a lot that is large enough. */
export async function setUpWarehouse(own: OwnServer): Promise<void> {
  await own.does('admin', 'logistics.register-warehouse', { warehouse, village, name: 'Gudang Kemelak' });
  await own.does('admin', 'logistics.add-zone', { warehouse, zone, code: 'A-1', name: 'Kotak' });
  await own.does('dispatcher', 'logistics.receive-delivery', {
    warehouse,
    lot,
    item: 'ballot-president',
    quantity: 1_000_000,
    zone,
    waybill: 'SJ-1',
    seals: [],
    carrier: id('person', 1),
    carrierName: { value: 'Sopir Percetakan' },
    witness: id('person', 2),
    witnessName: { value: 'Saksi Contoh' },
  });
}

/** Packs and seals boxes. */
export async function pack(own: OwnServer, boxes: readonly Box[]): Promise<void> {
  for (let from = 0; from < boxes.length; from += together) {
    await Promise.all(boxes.slice(from, from + together).map(async (each, index) => packOne(own, each, contestOf(from + index))));
  }
}

async function packOne(own: OwnServer, { box, station, seals }: Box, contest: string): Promise<void> {
  const draw = uuidv7(Date.now());
  await own.does('dispatcher', 'logistics.draw-from-lot', { warehouse, lot, item: 'ballot-president', draw, quantity: 200, purpose: 'box', boundFor: box });
  await own.does('dispatcher', 'logistics.pack-box', { box, station, contest, warehouse, zone, draws: [{ lot, draw }] });
  await own.does('dispatcher', 'logistics.seal-box', { box, station, seals });
}

/** Plans a run that carries the boxes. */
export async function plan(own: OwnServer, number: number, destination: string, boxes: readonly Box[]): Promise<Run> {
  const run = { dispatch: id('run', number), destination, vehicle: `BG ${8_100 + number} FZ`, boxes };
  await own.does('dispatcher', 'logistics.plan-dispatch', {
    dispatch: run.dispatch,
    destination,
    warehouse,
    driver: id('person', 10 + number),
    vehicle: { value: run.vehicle },
    driverName: { value: 'Sopir Contoh' },
    escort: [own.stage.people.guard.account],
    boxes: boxes.map(({ box }) => box),
    due,
  });
  return run;
}
