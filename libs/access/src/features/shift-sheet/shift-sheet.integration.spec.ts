import { shiftEnded, shiftHandedOver, shiftStarted } from '../../domain/shift.ts';
import { admitted, at, commitment, elsewhere, guard, left, night, ofVisit, post, reported, shift, tell, visit } from '../../testing/night.ts';
import { shifts } from '../shifts/shifts.ts';
import { shiftSheet } from './shift-sheet.ts';

const circumstances = { actor: { user: guard(1), role: 'squad-leader' as const }, now: at('08:00') };

const shiftStream = `shift-${shift}`;
const told = [
  ofVisit(9, admitted(9), '18:30'),
  tell(shiftStream, shiftStarted({ post, guards: [guard(1), guard(2)] }), '19:00'),
  ofVisit(1, reported(1), '23:50'),
  ofVisit(1, admitted(1), '23:55'),
  tell(shiftStream, shiftHandedOver({ post, to: [guard(3)], acknowledged: [visit(9), visit(1)], notes: commitment('f') }), '01:00'),
  ofVisit(1, left(1), '02:00'),
  tell(shiftStream, shiftEnded({ post }), '06:00'),
  ofVisit(2, admitted(2), '03:00', '06:30'),
  ofVisit(3, reported(3), '06:10'),
];

describe('shift-sheet', () => {
  it('holds everything of the shift across midnight, and what was told only afterwards as such', async () => {
    const sheet = await night(...told).find(shiftSheet, { post, shift }, circumstances);
    expect(sheet).toMatchObject({
      started: '2023-11-30T19:00:00.000+07:00',
      ended: '2023-12-01T06:00:00.000+07:00',
      turns: [
        { from: '2023-11-30T19:00:00.000+07:00', until: '2023-12-01T01:00:00.000+07:00', guards: [guard(1), guard(2)] },
        { from: '2023-12-01T01:00:00.000+07:00', until: '2023-12-01T06:00:00.000+07:00', guards: [guard(3)] },
      ],
      insideAtStart: 1,
      insideAtEnd: 2,
      afterwards: 1,
    });
    expect(sheet?.entries.map(({ what, lateMs, afterwards, note }) => [what.slice(7, -3), lateMs, afterwards, note])).toEqual([
      ['shift-started', 0, false, null],
      ['guest-reported', 0, false, null],
      ['guest-admitted', 0, false, null],
      ['shift-handed-over', 0, false, commitment('f')],
      ['guest-left', 0, false, null],
      ['guest-admitted', 3.5 * 3_600_000, true, null],
      ['shift-ended', 0, false, null],
    ]);
  });

  it('goes up to now while the shift runs', async () => {
    const running = told.filter(({ fact }) => fact.type !== shiftEnded.type);
    const sheet = await night(...running).find(shiftSheet, { post, shift }, circumstances);
    expect([sheet?.ended, sheet?.entries.length, sheet?.insideAtEnd]).toEqual([null, 7, 2]);
  });

  it('is not found at another post', async () => expect(await night(...told).find(shiftSheet, { post: elsewhere, shift }, circumstances)).toBeUndefined());

  it('is listed with its last guards', async () =>
    expect(await night(...told).find(shifts, { post }, circumstances)).toEqual([
      { shift, started: '2023-11-30T19:00:00.000+07:00', ended: '2023-12-01T06:00:00.000+07:00', running: false, guards: [guard(3)] },
    ]));

  it('reads the same when a handover is told before the start', async () => {
    const [, started, , , handedOver] = told;
    const turned = night(...[handedOver, started].filter((one) => one !== undefined));
    expect(await turned.find(shifts, { post }, circumstances)).toMatchObject([{ started: '2023-11-30T19:00:00.000+07:00', running: true, guards: [guard(3)] }]);
  });
});
