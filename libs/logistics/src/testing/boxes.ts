import { nightAtKemelak, sealed } from '#testing';
import { boxHandedToStation, boxLoaded, boxPacked, boxReceived, boxSealed, sealBroken } from '../domain/box.events.ts';
import { checkpointPassed, dispatchArrived, dispatchDeparted, dispatchPlanned } from '../domain/dispatch.ts';

/* Boxes and runs as the specs tell of them. */

const id = (kind: string, number: number): string => `018c2207-0000-7000-8000-${kind}${String(number).padStart(12 - kind.length, '0')}`;

export const boxId = (number: number): string => id('a1', number);
export const run = id('b1', 1);
export const otherRun = id('b1', 2);
export const kemelak = id('c1', 1);
export const zone = id('c2', 1);
export const lot = id('d1', 1);
export const draw = (number: number): string => id('d2', number);
export const person = (number: number): string => id('e1', number);
export const station = '1601141011-007';
export const otherStation = '1601141011-008';
export const farStation = '1601150002-001';
export const destination = '160114';
export const village = '1601141011';
export const minute = 60_000;
export const due = nightAtKemelak + 180 * minute;

export const packed = boxPacked({ station, contest: 'president', warehouse: kemelak, zone, draws: [{ lot, draw: draw(1) }] });
export const sealedWith = (...seals: readonly string[]) => boxSealed({ station, seals });
export const broken = (seal: string) => sealBroken({ station, seal, reason: 'inspection', witness: person(1), witnessName: sealed('Saksi Contoh') });
export const loaded = boxLoaded({ station, dispatch: run });
export const received = boxReceived({ station, dispatch: run, village, seals: ['S-001', 'S-002'] });
export const handed = boxHandedToStation({ station, receiver: person(2), receiverName: sealed('Ketua Contoh') });

export const planned = (...boxes: readonly string[]) =>
  dispatchPlanned({
    destination,
    warehouse: kemelak,
    vehicle: sealed('BG 1234 FZ'),
    driver: person(3),
    driverName: sealed('Sopir Contoh'),
    escort: [person(4)],
    boxes,
    due,
  });
export const departed = dispatchDeparted({ destination, missing: [] });
/** With these seals on its doors. */
export const departedWith = (...seals: readonly string[]) => dispatchDeparted({ destination, missing: [], seals });
export const passed = (checkpoint: string) => checkpointPassed({ destination, checkpoint });
export const arrived = dispatchArrived({ destination, village });
