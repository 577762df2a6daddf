import { sealed } from '#testing';
import { boxLossReported, boxReturned } from '../../domain/box.events.ts';
import { dispatchDeparted } from '../../domain/dispatch.ts';
import {
  arrived,
  boxId,
  broken,
  destination,
  due,
  handed,
  kemelak,
  loaded,
  packed,
  person,
  planned,
  received,
  run,
  sealedWith,
  station,
  village,
} from '../../testing/boxes.ts';
import { at, journey, ofBox, ofRun } from '../../testing/journey.ts';
import { manifest } from './manifest.ts';

const circumstances = { actor: { user: person(1), role: 'dispatcher' as const }, now: at('12:00') };

const told = journey(
  ...[1, 2, 3, 4].flatMap((number) => [ofBox(number, packed, '07:00'), ofBox(number, sealedWith(`S-00${number}`, `T-00${number}`), '07:05')]),
  ofRun(planned(boxId(1), boxId(2), boxId(3)), '07:30'),
  ofBox(1, loaded, '08:00'),
  ofBox(3, loaded, '08:01'),
  ofBox(4, loaded, '08:02', '09:00', { contradicts: ['logistics.box-not-on-this-run'] }),
  ofRun(dispatchDeparted({ destination, missing: [boxId(2)] }), '08:30'),
  ofRun(arrived, '10:00'),
  ofBox(1, received, '10:10'),
  ofBox(1, broken('S-001'), '10:20'),
  ofBox(3, received, '10:12'),
  ofBox(3, handed, '11:00'),
);

describe('manifest', () => {
  it('says who carries what where', async () =>
    expect(await told.find(manifest, { dispatch: run, destination }, circumstances)).toMatchObject({
      status: 'arrived',
      warehouse: kemelak,
      vehicle: sealed('BG 1234 FZ'),
      driver: person(3),
      escort: [person(4)],
      due: new Date(due + 7 * 3_600_000).toISOString().replace('Z', '+07:00'),
    }));

  it('lists what was planned and what went along, with the seals that are on it', async () =>
    expect((await told.find(manifest, { dispatch: run, destination }, circumstances))?.lines).toMatchObject([
      {
        box: boxId(1),
        station,
        contest: 'president',
        planned: true,
        missing: false,
        state: 'received',
        seals: ['T-001'],
        loaded: '2024-02-12T08:00:00.000+07:00',
      },
      { box: boxId(2), planned: true, missing: true, state: 'not-loaded', seals: ['S-002', 'T-002'], loaded: null },
      { box: boxId(3), planned: true, missing: false, state: 'gone-on' },
      { box: boxId(4), planned: false, missing: false, state: 'on-truck' },
    ]));

  it('says of a box that came off again that it has gone on', async () => {
    const again = journey(
      ofRun(planned(boxId(1)), '07:30'),
      ofBox(1, loaded, '08:00'),
      ofBox(1, boxReturned({ station, village, warehouse: kemelak }), '08:10'),
    );
    expect((await again.find(manifest, { dispatch: run, destination }, circumstances))?.lines).toMatchObject([{ state: 'gone-on' }]);
  });

  it('says of a box that is lost that nobody knows where it is, until somebody receives it', async () => {
    const lost = [
      ofRun(planned(boxId(1)), '07:30'),
      ofBox(1, loaded, '08:00'),
      ofBox(1, boxLossReported({ station, circumstances: sealed('Tidak ada di bak truk.') }), '11:00'),
    ];
    const stateOf = async ({ find }: ReturnType<typeof journey>) =>
      (await find(manifest, { dispatch: run, destination }, circumstances))?.lines.map(({ state }) => state);
    expect(await stateOf(journey(...lost))).toEqual(['lost']);
    expect(await stateOf(journey(...lost, ofBox(1, received, '11:30')))).toEqual(['received']);
  });

  it('tells nothing to whoever names another destination', async () =>
    expect(await told.find(manifest, { dispatch: run, destination: '160115' }, circumstances)).toBeUndefined());
});
