import type { EventStore } from '#event-store';
import { accountOpened, roleGranted } from '#identity';
import { eventId, naturalId } from '#kernel';
import type { Fact, Instant } from '#kernel';
import { boxPacked, boxSealed, dispatchPlanned, warehouseRegistered } from '#logistics';
import { append, sealed } from '../log/append.ts';

/** How many dispatchers scan at once, each at a truck of their own. */
export const dispatchers = 8;
export const boxesOfATruck = 250;
/** How many trucks each of them loads, one after another. */
export const trucksOfADispatcher = 6;
export const trucks = dispatchers * trucksOfADispatcher;

const id = (kind: string, index: number): string => naturalId(`bench-scanning-${kind}`, String(index));

export const dispatcher = id('account', 0);
export const truckOf = (index: number): string => id('run', index);

export interface StandingBox {
  readonly box: string;
  readonly station: string;
}

/** A box of a truck's manifest. */
export function boxOf(truck: number, index: number): StandingBox {
  const number = truck * boxesOfATruck + index;
  const village = String(1 + Math.floor(number / 100)).padStart(3, '0');
  return { box: id('box', number), station: `${destinationOf(truck)}0${village}-${String(1 + (number % 100)).padStart(3, '0')}` };
}

const destinationOf = (truck: number): string => `16011${truck % dispatchers}`;

const zone = id('zone', 0);
const warehouse = id('warehouse', 0);

/** A dispatcher, a warehouse, and for each truck its boxes, packed and sealed, and its manifest. */
export async function setScanningStage(store: EventStore, now: Instant): Promise<void> {
  const tell = (stream: string, facts: readonly Fact[]): Promise<void> =>
    append(
      store,
      stream,
      facts.map((fact) => ({ fact, at: now, recordedAt: now })),
      0,
    );
  await tell(`account-${dispatcher}`, [
    accountOpened({ login: 'bench-dispatcher' }),
    roleGranted({ grant: eventId(dispatcher, 0), role: 'dispatcher', place: { area: '1601' }, from: 0 }),
  ]);
  await tell(`warehouse-${warehouse}`, [warehouseRegistered({ village: '1601141011', name: 'Gudang' })]);
  for (let truck = 0; truck < trucks; truck++) {
    const boxes = Array.from({ length: boxesOfATruck }, (_, index) => boxOf(truck, index));
    await Promise.all(
      boxes.map(({ box, station }, index) =>
        tell(`box-${box}`, [
          boxPacked({ station, contest: 'president', warehouse, zone, draws: [{ lot: id('lot', 0), draw: id('draw', truck * boxesOfATruck + index) }] }),
          boxSealed({ station, seals: [`A-${truck}-${index}`, `B-${truck}-${index}`] }),
        ]),
      ),
    );
    await tell(`dispatch-${truckOf(truck)}`, [
      dispatchPlanned({
        destination: destinationOf(truck),
        warehouse,
        vehicle: sealed,
        driver: id('driver', truck),
        driverName: sealed,
        escort: [],
        boxes: boxes.map(({ box }) => box),
        due: now + 6 * 3_600_000,
      }),
    ]);
  }
}
