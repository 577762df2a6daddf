import type { Fact } from '#kernel';
import type { Told } from '#read-models';
import { sql } from 'kysely';
import { contradictionNoticed, contradictionSettled } from '../domain/contradiction.ts';
import { doorLocked, doorUnlocked } from '../domain/door.ts';
import { subjectsMerged } from '../domain/person.ts';
import { shiftStarted } from '../domain/shift.ts';
import { exitNotObserved, guestAdmitted, guestLeft, visitCorrected, watchlistHitOverridden } from '../domain/visit.events.ts';
import { noticeContradictions } from '../processes/notice-contradictions.ts';
import { admitted, at, commitment, elsewhere, gate, guard, guest, left, night, ofVisit, post, reported, shift, tell, visit } from '../testing/night.ts';

/** What the process would say, oldest first: `noticed <what>: <who>`. */
const toSay = (...told: readonly Told[]): Promise<readonly string[]> => toSaySince(0, ...told);

/** What it would say that exists since then. */
async function toSaySince(since: number, ...told: readonly Told[]): Promise<readonly string[]> {
  const due = noticeContradictions.due({ now: at('08:00'), since });
  const rows = await night(...told).ask(due);
  return rows.map((todo) => {
    const { key } = noticeContradictions.act(todo);
    return names.reduce((text, [id, name]) => text.replaceAll(id, name), key);
  });
}

const names = [...[1, 2, 3].map((number) => [visit(number), `visit ${number}`] as const), [gate, 'gate'] as const];

const locked = tell(`door-${gate}`, doorLocked({ post, reason: 'night' }), '02:00', '05:00');
const unlocked = tell(`door-${gate}`, doorUnlocked({ post }), '02:30', '05:01');
const corrected = (number: number, what: object): Fact => visitCorrected({ post, guest: guest(number), reason: commitment('c'), ...what });

describe('what does not fit together', () => {
  it('is nothing in an ordinary night', async () =>
    expect(
      await toSay(
        ofVisit(1, reported(1), '01:00'),
        ofVisit(1, admitted(1, 'T-1'), '01:05'),
        ofVisit(2, admitted(2, 'T-2'), '01:10'),
        ofVisit(1, left(1), '02:00'),
        ofVisit(3, admitted(3, 'T-1'), '02:00'),
      ),
    ).toEqual([]));

  it('two guests on one badge', async () =>
    expect(await toSay(ofVisit(1, admitted(1, 'T-1'), '01:00'), ofVisit(2, admitted(2, 'T-1'), '02:00'))).toEqual([
      'noticed two-guests-on-one-badge ["visit 1","visit 2"] 0',
    ]));

  it('two guests on one badge, found out by what is told late', async () =>
    expect(await toSay(ofVisit(2, admitted(2, 'T-1'), '02:00'), ofVisit(2, left(2), '03:00'), ofVisit(1, admitted(1, 'T-1'), '02:30', '05:00'))).toEqual([
      'noticed two-guests-on-one-badge ["visit 1","visit 2"] 0',
    ]));

  it('no longer, when the first guest is said to have left before', async () =>
    expect(await toSay(ofVisit(1, admitted(1, 'T-1'), '01:00'), ofVisit(2, admitted(2, 'T-1'), '02:00'), ofVisit(1, left(1), '01:30', '05:00'))).toEqual([]));

  it('a guest who was found gone no longer carries the badge', async () =>
    expect(
      await toSay(
        ofVisit(1, admitted(1, 'T-1'), '01:00'),
        ofVisit(1, exitNotObserved({ post, guest: guest(1) }), '01:30'),
        ofVisit(2, admitted(2, 'T-1'), '02:00'),
      ),
    ).toEqual([]));

  it('one guest inside at two posts', async () =>
    expect(
      await toSay(ofVisit(1, admitted(1), '01:00'), ofVisit(2, guestAdmitted({ post: elsewhere, guest: guest(1), door: gate, badge: 'X-1' }), '02:00')),
    ).toEqual(['noticed inside-at-two-posts ["visit 1","visit 2"] 0']));

  it('two persons who are found to be one, inside at two posts', async () => {
    const apart = [ofVisit(1, admitted(1), '01:00'), ofVisit(2, admitted(2, 'X-1', elsewhere), '02:00')] as const;
    expect(await toSay(...apart)).toEqual([]);
    expect(await toSay(...apart, tell(`person-${guest(2)}`, subjectsMerged({ post, into: guest(1), basis: 'same-face' }), '06:00'))).toEqual([
      'noticed inside-at-two-posts ["visit 1","visit 2"] 0',
    ]);
  });

  it('an entry through a door that, as is told later, was locked', async () =>
    expect(await toSay(ofVisit(1, admitted(1), '02:13'), locked, unlocked)).toEqual(['noticed entered-through-a-locked-door ["visit 1","gate"] 0']));

  it('no longer, when the door is said to have been unlocked before', async () =>
    expect(await toSay(ofVisit(1, admitted(1), '02:13'), locked, tell(`door-${gate}`, doorUnlocked({ post }), '02:10', '06:00'))).toEqual([]));

  it('nor when the entry is corrected to another time', async () =>
    expect(await toSay(ofVisit(1, admitted(1), '02:13'), locked, unlocked, ofVisit(1, corrected(1, { entered: at('02:45') }), '06:00'))).toEqual([]));

  it('an exit before the entry, until a correction puts it right', async () => {
    const turned = [ofVisit(1, left(1), '01:00', '04:00'), ofVisit(1, admitted(1), '02:00', '05:00')] as const;
    expect(await toSay(...turned)).toEqual(['noticed left-before-entering ["visit 1"] 0']);
    expect(await toSay(...turned, ofVisit(1, corrected(1, { left: at('03:00') }), '06:00'))).toEqual([]);
  });

  it('what was recorded against an objection', async () =>
    expect(await toSay(ofVisit(1, admitted(1), '01:00', '05:00', { contradicts: ['access.second-person-needed', 'access.badge-in-use'] }))).toEqual([
      'noticed recorded-against-an-objection ["visit 1","access.second-person-needed"] 0',
    ]));

  it.each([
    ['the report arrives', 'access.guest-not-waiting', ofVisit(1, reported(1), '00:50', '06:00')],
    ['the correction of the door arrives', 'access.door-full', ofVisit(1, corrected(1, { door: gate }), '06:00')],
    ['the shift is told late', 'access.no-guard-on-duty', tell(`shift-${shift}`, shiftStarted({ post, guards: [guard(1)] }), '18:00', '06:00')],
    [
      'a squad leader overrides the hit',
      'access.watchlist-hit',
      ofVisit(1, watchlistHitOverridden({ post, guest: guest(1), entries: [visit(9)], reason: commitment('d') }), '06:00'),
    ],
  ])('no longer, when %s', async (_, objection, later) => {
    const against = ofVisit(1, admitted(1), '01:00', '05:00', { contradicts: [objection] });
    expect(await toSay(against)).toHaveLength(1);
    expect(await toSay(against, later)).toEqual([]);
  });

  it('a name that is corrected does not settle what was objected to', async () =>
    expect(
      await toSay(
        ofVisit(1, admitted(1), '01:00', '05:00', { contradicts: ['access.second-person-needed'] }),
        ofVisit(1, corrected(1, { name: commitment('e') }), '06:00'),
      ),
    ).toHaveLength(1));

  it('an exit without an entry fits once the entry is told', async () => {
    const exit = ofVisit(1, guestLeft({ post, guest: guest(1) }), '03:00', '04:00', { contradicts: ['access.guest-not-inside'] });
    expect(await toSay(exit)).toHaveLength(1);
    expect(await toSay(exit, ofVisit(1, admitted(1), '01:00', '05:00'))).toEqual([]);
  });

  it('is said once, and settled once it fits, and said again when it comes back', async () => {
    const what = 'two-guests-on-one-badge' as const;
    const about = [visit(1), visit(2)];
    const clash = [ofVisit(1, admitted(1, 'T-1'), '01:00'), ofVisit(2, admitted(2, 'T-1'), '02:00')] as const;
    const noticed = tell(`contradiction-${visit(7)}`, contradictionNoticed({ post, what, about, at: at('02:00') }), '02:01');
    const exit = ofVisit(1, left(1), '01:30', '05:00');
    const settled = tell(`contradiction-${visit(7)}`, contradictionSettled({ post, what, about }), '05:01');
    const back = ofVisit(1, corrected(1, { left: at('02:30') }), '06:00');
    expect(await toSay(...clash, noticed)).toEqual([]);
    expect(await toSay(...clash, noticed, exit)).toEqual(['settled two-guests-on-one-badge ["visit 1","visit 2"] 1']);
    expect(await toSay(...clash, noticed, exit, settled)).toEqual([]);
    expect(await toSay(...clash, noticed, exit, settled, back)).toEqual(['noticed two-guests-on-one-badge ["visit 1","visit 2"] 1']);
  });

  it('known before the process began is not its business; told later of an earlier hour is', async () => {
    const clash = [ofVisit(1, admitted(1, 'T-1'), '01:00'), ofVisit(2, admitted(2, 'T-1'), '02:00')];
    const said = ['noticed two-guests-on-one-badge ["visit 1","visit 2"] 0'];
    expect([await toSaySince(at('02:00'), ...clash), await toSaySince(at('02:00') + 1, ...clash)]).toEqual([said, []]);

    const late = [ofVisit(2, admitted(2, 'T-1'), '02:00'), ofVisit(2, left(2), '03:00'), ofVisit(1, admitted(1, 'T-1'), '02:30', '05:00')];
    expect([await toSaySince(at('05:00'), ...late), await toSaySince(at('05:00') + 1, ...late)]).toEqual([said, []]);
  });

  it('noticed once is settled, whenever the process began', async () => {
    const what = 'two-guests-on-one-badge' as const;
    const about = [visit(1), visit(2)];
    const clash = [ofVisit(1, admitted(1, 'T-1'), '01:00'), ofVisit(2, admitted(2, 'T-1'), '02:00')];
    const noticed = tell(`contradiction-${visit(7)}`, contradictionNoticed({ post, what, about, at: at('02:00') }), '02:01');
    expect(await toSaySince(at('07:00'), ...clash, noticed, ofVisit(1, left(1), '01:30', '05:00'))).toEqual([
      'settled two-guests-on-one-badge ["visit 1","visit 2"] 1',
    ]);
  });

  it('is asked of a table of its own, not of the whole night', async () => {
    const plan = await night().ask(sql<{ detail: string }>`explain query plan ${noticeContradictions.due({ now: 0, since: 0 })}`);
    expect(plan.map(({ detail }) => detail).filter((detail) => /SCAN (stay|move|visit|journal)/.test(detail))).toEqual([]);
  });
});
