import { boxReceived, sealMismatchFound } from '../../domain/box.events.ts';
import { arrived, boxId, departed, destination, handed, loaded, packed, person, planned, received, run, station, village } from '../../testing/boxes.ts';
import { at, journey, ofBox, ofRun } from '../../testing/journey.ts';
import { runReceipt } from './run-receipt.ts';

const circumstances = { actor: { user: person(1), role: 'dispatcher' as const }, now: at('12:00') };
const found = ['S-001', 'S-009'];
const told = journey(
  ...[1, 2, 3].map((number) => ofBox(number, packed, '07:00')),
  ofRun(planned(boxId(1), boxId(2), boxId(3)), '07:30'),
  ...[1, 2, 3].map((number) => ofBox(number, loaded, '08:00')),
  ofRun(departed, '08:30'),
  ofRun(arrived, '10:00'),
  ofBox(1, received, '10:10'),
  ofBox(2, boxReceived({ station, dispatch: run, village, seals: found }), '10:12'),
  ofBox(2, sealMismatchFound({ station, dispatch: run, village, sealed: ['S-001', 'S-002'], found }), '10:12'),
  ofBox(1, handed, '11:00'),
);

describe('run-receipt', () => {
  it('lists each box with its seals as they were found, also when it has gone on since', async () =>
    expect((await told.find(runReceipt, { dispatch: run, destination }, circumstances))?.lines).toMatchObject([
      { box: boxId(1), station, contest: 'president', village, at: '2024-02-12T10:10:00.000+07:00', seals: ['S-001', 'S-002'], sealed: [] },
      { box: boxId(2), seals: found, sealed: ['S-001', 'S-002'] },
    ]));

  it('names what is on the truck and was not received', async () =>
    expect((await told.find(runReceipt, { dispatch: run, destination }, circumstances))?.notReceived).toEqual([{ box: boxId(3), station }]));

  it('has one signature of whoever received boxes in an office', async () =>
    expect((await told.find(runReceipt, { dispatch: run, destination }, circumstances))?.signatures).toMatchObject([
      { what: 'logistics.box-received.v1', village, at: '2024-02-12T10:10:00.000+07:00' },
    ]));

  it('tells nothing to whoever names another destination', async () =>
    expect(await told.find(runReceipt, { dispatch: run, destination: '160115' }, circumstances)).toBeUndefined());
});
