import { formatWib } from '#kernel';
import { boxLoaded, boxPacked, boxReceived, boxSealed, dispatchArrived, dispatchDeparted, lotDrawn, sealMismatchFound, zoneAdded } from '#logistics';
import { nightAtKemelak } from '#testing';
import { named, village, warehouse, type Kemelak, type Person } from './kemelak.ts';

/* A delivery, a run of thirty boxes that has left without one of them, and a destruction: what documents are made of. */

const minute = 60_000;
const zone = named('zone');
export const lot = named('lot');
export const run = named('run');
export const destruction = named('destruction');
export const destination = village.slice(0, 6);
export const boxes = Array.from({ length: 30 }, (_, index) => named(`box ${index}`));
export const stationOf = (index: number): string => `${village}-${String(index + 1).padStart(3, '0')}`;

export interface OnTheRun {
  readonly dispatcher: Person;
  readonly second: Person;
}

export async function loadedRun(kemelak: Kemelak): Promise<OnTheRun> {
  const dispatcher = await kemelak.person('dispatcher', 'dispatcher', { area: '1601' });
  const second = await kemelak.person('second', 'dispatcher', { area: '1601' });
  const tell = async (name: string, body: object): Promise<void> => {
    const told = await kemelak.ask({ to: `/api/logistics/${name}`, as: dispatcher, body, headers: { 'idempotency-key': named(name) } });
    if (told.status !== 201) throw new Error(`${name}: ${JSON.stringify(told.body)}`);
  };
  const person = (field: string, name: string) => ({ [field]: named(name), [`${field}Name`]: { value: `${name} Contoh` } });

  await kemelak.given(`warehouse-${warehouse}`, [zoneAdded({ zone, code: 'A-1', name: 'Kotak' })]);
  await tell('receive-delivery', {
    warehouse,
    lot,
    item: 'ballot-president',
    quantity: 276_881,
    byWaybill: 276_981,
    zone,
    waybill: 'SJ-2023/11/0147',
    seals: ['KPU-0012345'],
    ...person('carrier', 'Pengangkut'),
    ...person('witness', 'Saksi'),
  });
  for (const [index, box] of boxes.entries())
    await kemelak.given(`box-${box}`, [
      boxPacked({ station: stationOf(index), contest: 'president', warehouse, zone, draws: [{ lot, draw: named(`draw ${index}`) }] }),
      boxSealed({ station: stationOf(index), seals: [`KPU-${index + 100}`, `KPU-${index + 500}`] }),
    ]);
  await tell('plan-dispatch', {
    dispatch: run,
    destination,
    warehouse,
    vehicle: { value: 'BG 1234 FZ' },
    ...person('driver', 'Sopir'),
    escort: [second.user],
    boxes,
    due: formatWib(nightAtKemelak + 180 * minute),
  });
  for (const [index, box] of boxes.slice(1).entries())
    await kemelak.given(`box-${box}`, [boxLoaded({ station: stationOf(index + 1), dispatch: run })], nightAtKemelak + 5 * minute);
  const left = dispatchDeparted({
    destination,
    missing: boxes.slice(0, 1),
    seals: ['TRK-001', 'TRK-002'],
    confirmedBy: second.user,
    confirmedThrough: 'device',
  });
  await kemelak.given(`dispatch-${run}`, [left], nightAtKemelak + 10 * minute);
  await kemelak.given(`dispatch-${run}`, [dispatchArrived({ destination, village })], nightAtKemelak + 14 * minute);

  const [, box = ''] = boxes;
  const station = stationOf(1);
  const found = ['KPU-101', 'KPU-999'];
  await kemelak.given(
    `box-${box}`,
    [
      boxReceived({ station, dispatch: run, village, seals: found }),
      sealMismatchFound({ station, dispatch: run, village, sealed: ['KPU-101', 'KPU-501'], found }),
    ],
    nightAtKemelak + 15 * minute,
  );

  const draw = named('draw for the fire');
  await kemelak.given(`lot-${lot}`, [
    lotDrawn({ warehouse, item: 'ballot-president', lot, draw, quantity: 1_000, for: { kind: 'destruction', id: destruction } }),
  ]);
  kemelak.clock.set(nightAtKemelak + 20 * minute);
  await tell('destroy-surplus', {
    destruction,
    village,
    minutes: '147/PP.08-BA/1601/2024',
    draws: [{ lot, draw }],
    witnesses: ['kpu', 'bawaslu', 'polri'].map((institution) => ({
      institution,
      person: named(institution),
      name: { value: `Wakil ${institution} Contoh` },
    })),
  });
  await kemelak.saksi.readModels.caughtUp(await kemelak.head());
  return { dispatcher, second };
}
