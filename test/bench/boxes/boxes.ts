import { naturalId } from '#kernel';
import type { Fact, Instant } from '#kernel';
import type { EventStore } from '#event-store';
import {
  boxHandedToStation,
  boxLoaded,
  boxPacked,
  boxReceived,
  boxReturned,
  boxSealed,
  checkpointPassed,
  deliveryReceived,
  dispatchArrived,
  dispatchDeparted,
  dispatchPlanned,
  loadingRefused,
  lotDrawn,
  sealBroken,
} from '#logistics';
import { append, sealed, type Told } from '../log/append.ts';

const firstDay: Instant = Date.UTC(2024, 1, 10);
const minute = 60_000;
const boxesOfARun = 250;

const id = (kind: string, index: number): string => naturalId(`bench-${kind}`, String(index));
export const warehouse = id('warehouse', 0);
/** As many tables pack, each from a lot of its own. */
const lots = 8;
const ballotsEach = 293;
const drawOf = (index: number) => ({ lot: id('lot', index % lots), draw: id('draw', index) });
export const boxOf = (index: number): string => id('box', index);
const stationOf = (index: number): string => `1601${String(140_000 + Math.floor(index / 500)).padStart(6, '0')}-${String(1 + (index % 500)).padStart(3, '0')}`;
const villageOf = (index: number): string => stationOf(index).slice(0, 10);
/** When the first box was packed and the last came back. */
export const outingOf = (boxes: number): readonly [from: Instant, until: Instant] => [firstDay, firstDay + boxes * 1_000 + 600 * minute];

/** Ten facts of one box: packed, sealed, kept off a wrong truck, loaded, received, opened and sealed again, handed over, returned, told to be elsewhere. */
function journeyOf(index: number): readonly Told[] {
  const station = stationOf(index);
  const village = villageOf(index);
  const dispatch = id('run', Math.floor(index / boxesOfARun));
  const begun = firstDay + index * 1_000;
  const facts: readonly (readonly [minutes: number, fact: Fact])[] = [
    [0, boxPacked({ station, contest: 'president', warehouse, zone: id('zone', 0), draws: [drawOf(index)] })],
    [5, boxSealed({ station, seals: [`A-${index}`, `B-${index}`] })],
    [60, loadingRefused({ station, dispatch: id('run', 0), barriers: ['not-on-this-run'], belongsTo: dispatch })],
    [70, boxLoaded({ station, dispatch })],
    [240, boxReceived({ station, dispatch, village, seals: [`A-${index}`, `B-${index}`] })],
    [245, sealBroken({ station, seal: `A-${index}`, reason: 'inspection', witness: id('witness', 0), witnessName: sealed })],
    [250, boxSealed({ station, seals: [`C-${index}`] })],
    [300, boxHandedToStation({ station, receiver: id('receiver', index), receiverName: sealed })],
    [500, boxReturned({ station, village })],
    [560, boxReturned({ station, village, warehouse, zone: id('zone', 1) })],
  ];
  // Every twentieth box is told of an hour late.
  const late = index % 20 === 0 ? 60 * minute : 0;
  return facts.map(([minutes, fact]) => ({ fact, at: begun + minutes * minute, recordedAt: begun + minutes * minute + late }));
}

function wayOf(run: number, boxes: readonly string[]): readonly Told[] {
  const destination = '1601';
  const begun = firstDay + run * boxesOfARun * 1_000;
  const told = (minutes: number, fact: Fact): Told => ({ fact, at: begun + minutes * minute, recordedAt: begun + minutes * minute });
  return [
    told(
      50,
      dispatchPlanned({
        destination,
        warehouse,
        vehicle: sealed,
        driver: id('driver', run),
        driverName: sealed,
        escort: [id('escort', run)],
        boxes,
        due: begun + 300 * minute,
      }),
    ),
    told(80, dispatchDeparted({ destination, missing: [] })),
    ...[100, 130, 160, 190].map((minutes) => told(minutes, checkpointPassed({ destination, checkpoint: `Simpang ${minutes}` }))),
    told(230, dispatchArrived({ destination, village: '1601141011' })),
  ];
}

/** Fills a log with boxes that go out with their runs, ten facts each. `withDraws`: and with what was drawn for each of them before it was packed. */
export async function fillWithBoxes(store: EventStore, boxes: number, { withDraws = false }: { readonly withDraws?: boolean } = {}): Promise<void> {
  const stock = withDraws ? await deliver(store, boxes) : undefined;
  const waiting: Promise<void>[] = [];
  for (let run = 0; run * boxesOfARun < boxes; run++) {
    const indexes = Array.from({ length: boxesOfARun }, (_, offset) => run * boxesOfARun + offset);
    await stock?.drawFor(indexes);
    waiting.push(append(store, `dispatch-${id('run', run)}`, wayOf(run, indexes.map(boxOf)), 0));
    for (const index of indexes) waiting.push(append(store, `box-${boxOf(index)}`, journeyOf(index), 0));
    await Promise.all(waiting.splice(0));
  }
}

/** A lot for each table, with enough for all boxes. */
async function deliver(store: EventStore, boxes: number): Promise<{ drawFor(indexes: readonly number[]): Promise<void> }> {
  const of = (lot: string) => ({ warehouse, lot, item: 'ballot-president' });
  const received = firstDay - 600 * minute;
  const tables = Array.from({ length: lots }, (_, table) => ({ lot: id('lot', table), revision: 1 }));
  for (const [table, { lot }] of tables.entries()) {
    const quantity = Math.ceil(boxes / lots) * ballotsEach;
    const [carrier, witness] = [id('carrier', table), id('witness', table)];
    const papers = { zone: id('zone', 0), waybill: `SJ-${table}`, seals: [], carrier, carrierName: sealed, witness, witnessName: sealed };
    const fact = deliveryReceived({ ...of(lot), quantity, ...papers });
    await append(store, `lot-${lot}`, [{ fact, at: received, recordedAt: received }], 0);
  }
  return {
    drawFor: async (indexes) => {
      for (const [table, each] of tables.entries()) {
        const drawn = indexes
          .filter((index) => index % lots === table)
          .map((index): Told => {
            const fact = lotDrawn({ ...of(each.lot), draw: drawOf(index).draw, quantity: ballotsEach, for: { kind: 'box', id: boxOf(index) } });
            const at = firstDay + index * 1_000 - 5 * minute;
            return { fact, at, recordedAt: at };
          });
        await append(store, `lot-${each.lot}`, drawn, each.revision);
        each.revision += drawn.length;
      }
    },
  };
}
