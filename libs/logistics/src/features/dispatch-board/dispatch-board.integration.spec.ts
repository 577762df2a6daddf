import { delayReported } from '../../domain/dispatch.ts';
import {
  arrived,
  boxId,
  departedWith,
  destination,
  handed,
  kemelak,
  loaded,
  otherRun,
  packed,
  passed,
  person,
  planned,
  received,
  run,
  sealedWith,
} from '../../testing/boxes.ts';
import { at, journey, ofBox, ofRun } from '../../testing/journey.ts';
import { dispatchBoard } from './dispatch-board.ts';

const circumstances = { actor: { user: person(1), role: 'dispatcher' as const }, now: at('12:00') };
const planFor = (due: string) => {
  const plan = planned(boxId(1), boxId(2));
  return { ...plan, data: { ...plan.data, due: at(due) } };
};

const told = journey(
  ...[1, 2].flatMap((number) => [ofBox(number, packed, '07:00'), ofBox(number, sealedWith(`S-00${number}`), '07:05')]),
  ofRun(planFor('10:00'), '07:30'),
  ofBox(1, loaded, '08:00'),
  ofBox(2, loaded, '08:01'),
  ofRun(departedWith('TRK-001'), '08:30'),
  ofRun(passed('Jembatan Ogan'), '09:00'),
  ofRun(delayReported({ destination, reason: 'flood', due: at('11:00') }), '09:30'),
  ofRun(arrived, '11:30'),
  ofBox(1, received, '11:40'),
  ofBox(1, handed, '12:30'),
  ofRun(planFor('18:00'), '11:00', undefined, otherRun),
);

const board = (clock: string, knownAt?: string) =>
  told.find(dispatchBoard, { area: '1601', at: at(clock), ...(knownAt !== undefined && { knownAt: at(knownAt) }) }, circumstances);

describe('dispatch-board', () => {
  it('says how far each run is and what it carries', async () =>
    expect(await board('12:00')).toMatchObject([
      { dispatch: run, status: 'arrived', warehouse: kemelak, planned: 2, onTruck: 1, received: 1, overdue: false, delay: 'flood' },
      { dispatch: otherRun, status: 'planned', planned: 2, onTruck: 0, received: 0, since: '2024-02-12T11:00:00.000+07:00' },
    ]));

  it('says how many were ever on its truck, and how many it ever brought', async () => {
    expect(await board('08:00')).toMatchObject([{ loaded: 1, brought: 0 }]);
    expect((await board('12:00'))[0]).toMatchObject({ loaded: 2, brought: 1 });
    expect((await board('12:30'))[0]).toMatchObject({ onTruck: 1, received: 0, loaded: 2, brought: 1 });
  });

  it('says how it stood at an instant', async () => {
    expect(await board('08:10')).toMatchObject([{ status: 'planned', onTruck: 2 }]);
    expect(await board('09:15')).toMatchObject([{ status: 'under-way', checkpoint: 'Jembatan Ogan', due: '2024-02-12T10:00:00.000+07:00', overdue: false }]);
    expect(await board('07:00')).toEqual([]);
  });

  it('says with which seals it left, once it has', async () => {
    expect((await board('08:10'))[0]?.truckSeals).toBeNull();
    expect((await board('12:00'))[0]).toMatchObject({ truckSeals: ['TRK-001'], foundVehicle: null });
    expect((await board('12:00', '08:29'))[0]?.truckSeals).toBeNull();
  });

  it('says what is past its time, by what was known then', async () => {
    expect(await board('10:30')).toMatchObject([{ overdue: false, due: '2024-02-12T11:00:00.000+07:00' }]);
    expect(await board('10:30', '09:29')).toMatchObject([{ overdue: true, delay: null }]);
    expect((await board('11:15'))[0]).toMatchObject({ overdue: true });
  });

  it('shows what goes to the area that is asked about', async () => expect(await told.find(dispatchBoard, { area: '160115' }, circumstances)).toEqual([]));
});
