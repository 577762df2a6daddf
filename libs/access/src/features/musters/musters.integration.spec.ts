import { guestAccountedFor, musterClosed, musterDeclared } from '../../domain/muster.ts';
import { admitted, at, commitment, guard, guest, night, ofVisit, post, reported, tell, visit } from '../../testing/night.ts';
import { musters } from './musters.ts';

const circumstances = { actor: { user: guard(1), role: 'squad-leader' as const }, now: at('08:00') };
const stream = `muster-${visit(7)}`;
const found = (number: number, state: 'safe' | 'injured', unlisted = false) =>
  guestAccountedFor({ post, visit: visit(number), state, place: 'titik-1', unlisted });

describe('musters', () => {
  it('say of everyone whether they were expected, found or missing', async () => {
    const told = night(
      ofVisit(1, reported(1), '01:00'),
      ofVisit(1, admitted(1), '01:05'),
      tell(stream, musterDeclared({ post, reason: 'leak', expected: [visit(1), visit(2)], unobserved: [visit(2)] }), '02:20'),
      tell(stream, found(1, 'injured'), '02:30'),
      tell(stream, found(1, 'safe'), '02:25', '02:40'),
      tell(stream, found(3, 'safe', true), '02:31'),
      tell(stream, musterClosed({ post, missing: [visit(2)], note: commitment('f') }), '03:00'),
    );
    const [muster] = await told.find(musters, { post }, circumstances);
    expect(muster).toMatchObject({
      reason: 'leak',
      declared: '2023-12-01T02:20:00.000+07:00',
      closed: '2023-12-01T03:00:00.000+07:00',
      closingNote: commitment('f'),
      missing: 1,
    });
    expect(
      muster?.people.map(({ visit: id, guest: who, expected, exitNotObserved, state, namedMissing }) => [
        id,
        who,
        expected,
        exitNotObserved,
        state,
        namedMissing,
      ]),
    ).toEqual([
      [visit(1), guest(1), true, false, 'injured', false],
      [visit(2), null, true, true, null, true],
      [visit(3), null, false, false, 'safe', false],
    ]);
  });

  it('keep someone who was accounted for before the declaration arrived', async () => {
    const told = night(
      tell(stream, found(1, 'safe'), '02:25'),
      tell(stream, musterDeclared({ post, reason: 'leak', expected: [visit(1)], unobserved: [] }), '02:20', '05:00'),
    );
    expect(await told.find(musters, { post }, circumstances)).toMatchObject([
      { missing: 0, lateMs: 160 * 60_000, people: [{ expected: true, state: 'safe' }] },
    ]);
  });
});
