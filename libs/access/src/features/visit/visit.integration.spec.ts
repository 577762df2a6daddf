import { visitCorrected } from '../../domain/visit.events.ts';
import { admitted, at, commitment, elsewhere, gate, guard, guest, left, night, ofVisit, post, reported, vault, visit as visitId } from '../../testing/night.ts';
import { overdue } from '../overdue/overdue.ts';
import { visits } from '../visits/visits.ts';
import { visit } from './visit.ts';

const circumstances = { actor: { user: guard(1), role: 'investigator' as const }, now: at('08:00') };
const corrected = (what: object) => visitCorrected({ post, guest: guest(1), reason: commitment('c'), ...what });

const told = night(
  ofVisit(1, reported(1, '02:00'), '01:00'),
  ofVisit(1, admitted(1), '01:05'),
  ofVisit(1, corrected({ name: commitment('d'), entered: at('01:10'), door: vault }), '04:00'),
  ofVisit(1, corrected({ entered: at('01:20'), allowedUntil: at('05:00') }), '05:00'),
  ofVisit(2, admitted(2), '03:00', '06:00'),
  ofVisit(3, reported(3, '04:00'), '03:30'),
  ofVisit(3, admitted(3), '03:31'),
  ofVisit(3, left(3), '04:30'),
);

describe('visit', () => {
  it('reads as it was corrected, and says what each correction changed', async () => {
    const whole = await told.find(visit, { post, visit: visitId(1) }, circumstances);
    expect(whole).toMatchObject({
      status: 'inside',
      name: commitment('d'),
      door: vault,
      badge: 'T-1',
      entered: '2023-12-01T01:20:00.000+07:00',
      allowedUntil: '2023-12-01T05:00:00.000+07:00',
      lateMs: 0,
    });
    expect(whole?.changes.map(({ field, before, after, personalBefore, personalAfter }) => [field, before ?? personalBefore, after ?? personalAfter])).toEqual([
      ['entered', '2023-12-01T01:05:00.000+07:00', '2023-12-01T01:10:00.000+07:00'],
      ['door', gate, vault],
      ['name', commitment('a'), commitment('d')],
      ['entered', '2023-12-01T01:10:00.000+07:00', '2023-12-01T01:20:00.000+07:00'],
      ['allowedUntil', '2023-12-01T02:00:00.000+07:00', '2023-12-01T05:00:00.000+07:00'],
    ]);
    expect(whole?.changes[0]).toMatchObject({ reason: commitment('c'), at: '2023-12-01T04:00:00.000+07:00' });
    expect(whole?.entries.map(({ what }) => what.slice(7, -3))).toEqual(['guest-reported', 'guest-admitted', 'visit-corrected', 'visit-corrected']);
  });

  it('of two corrections of a field the one made later holds, whichever arrives last', async () => {
    const late = night(
      ofVisit(1, reported(1), '01:00'),
      ofVisit(1, corrected({ name: commitment('e') }), '05:00'),
      ofVisit(1, corrected({ name: commitment('d') }), '04:00', '06:00'),
    );
    expect(await late.find(visit, { post, visit: visitId(1) }, circumstances)).toMatchObject({ name: commitment('e') });
  });

  it('is not found at another post', async () => expect(await told.find(visit, { post: elsewhere, visit: visitId(1) }, circumstances)).toBeUndefined());

  it('is listed with the others, one that was never reported too', async () => {
    const listed = [...(await told.find(visits, { post }, circumstances))].sort((one, other) => (one.visit < other.visit ? -1 : 1));
    expect(listed.map(({ visit: id, status, reported: was, entered }) => [id, status, was, entered])).toEqual([
      [visitId(1), 'inside', true, '2023-12-01T01:20:00.000+07:00'],
      [visitId(2), 'inside', false, '2023-12-01T03:00:00.000+07:00'],
      [visitId(3), 'gone', true, '2023-12-01T03:31:00.000+07:00'],
    ]);
    expect(await told.find(visits, { post, guest: guest(2), from: at('03:00'), until: at('03:01') }, circumstances)).toHaveLength(1);
  });

  it('is overdue from the end of its allowed time until the guest leaves', async () => {
    const late = async (clock: string) => (await told.find(overdue, { post, at: at(clock) }, circumstances)).map(({ visit: id, overMs }) => [id, overMs]);
    expect(await late('04:15')).toEqual([[visitId(3), 15 * 60_000]]);
    expect(await late('05:10')).toEqual([[visitId(1), 10 * 60_000]]);
  });

  it('keeps a report that arrives after the entry', async () => {
    const turned = night(ofVisit(1, admitted(1), '01:05'), ofVisit(1, reported(1, '02:00'), '01:00', '06:00'));
    expect(await turned.find(visit, { post, visit: visitId(1) }, circumstances)).toMatchObject({
      reported: '2023-12-01T01:00:00.000+07:00',
      lateMs: 5 * 3_600_000,
      name: commitment('a'),
    });
  });
});
