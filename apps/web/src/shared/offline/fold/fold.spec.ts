import type { Content } from '../entry/content.ts';
import { withDoors } from './doors.ts';
import { withInside } from './inside.ts';
import { withCounts, withDecisions } from './marked.ts';
import { withGuests } from './guests.ts';
import { withSheet } from './sheet.ts';
import { withShifts } from './shifts.ts';
import { cardTakenHere, visitBegunHere, withVisit } from './visit.ts';
import { withVisits } from './visits.ts';

const at = '2023-12-01T02:00:00.000Z';
const told = (name: string, body: Content['body']): Content => ({ name, headers: { 'Saksi-Occurred-At': at }, body });
const inside = { items: [{ visit: 'v1', door: 'd1' }] };
const visits = (value: unknown): readonly string[] => (value as { items: { visit: string }[] }).items.map(({ visit }) => visit);

describe('who is inside, with what waits', () => {
  const admitted = told('access.admit-guest', { visit: 'v2', post: 'p', guest: 'g', door: 'd1', badge: 'T-1' });

  it('has those who were let in here, by the name that was said here', () => {
    const reported = told('access.report-guest', { visit: 'v2', name: { value: 'Bu Contoh', salt: '' } });
    const found = withInside(inside, { post: 'p' }, [reported, admitted]);
    expect(found.items[1]).toMatchObject({ visit: 'v2', name: 'Bu Contoh', badge: 'T-1', entered: at });
  });

  it('leaves out those who were let out here', () =>
    expect(
      visits(withInside(inside, { post: 'p' }, [admitted, told('access.check-out-guest', { visit: 'v1' }), told('access.check-out-guest', { visit: 'v2' })])),
    ).toEqual([]));

  it('says nobody twice, whom the server has heard of meanwhile', () =>
    expect(visits(withInside({ items: [{ visit: 'v2' }] }, { post: 'p' }, [admitted]))).toEqual(['v2']));

  it.each([
    ['of another post', { post: 'q' }],
    ['of another door', { post: 'p', door: 'd2' }],
  ])('leaves out those %s', (_, args) => expect(visits(withInside(inside, args, [admitted]))).toEqual(['v1']));
});

it('says of doors what was said here last', () => {
  const doors = {
    items: [
      { door: 'd1', locked: false, reason: null, since: null },
      { door: 'd2', locked: true },
    ],
  };
  const found = withDoors(doors, {}, [told('access.lock-door', { door: 'd1', reason: 'night' }), told('access.unlock-door', { door: 'd2' })]);
  expect(found.items).toMatchObject([
    { door: 'd1', locked: true, reason: 'night', since: at },
    { door: 'd2', locked: false, reason: null },
  ]);
});

describe('what came from phones with something wrong', () => {
  const accepted = told('identity.accept-entry', { entry: 'e1', post: 'p' });
  const dismissed = told('identity.dismiss-entry', { entry: 'e2', post: 'p', reason: 'other' });

  it('stands as it was decided here', () => {
    const entries = { items: ['e1', 'e2', 'e3'].map((entry) => ({ entry, status: 'quarantined' })) };
    expect(withDecisions(entries, { post: 'p' }, [accepted, dismissed]).items.map(({ status }) => status)).toEqual(['accepted', 'dismissed', 'quarantined']);
  });

  it('waits no more for a decision once it was made here', () => {
    const counts = { toDecide: 3, markedLately: 1 };
    expect(withCounts(counts, { post: 'p' }, [accepted, dismissed, told('access.lock-door', { door: 'd1', post: 'p' })])).toEqual({ ...counts, toDecide: 1 });
    expect(withCounts(counts, { post: 'q' }, [accepted])).toEqual(counts);
  });
});

const report = told('access.report-guest', {
  visit: 'v2',
  post: 'p',
  guest: 'g2',
  name: { value: 'Bu Contoh', salt: '' },
  identityType: 'sim',
  purpose: { value: 'Rapat', salt: '' },
});
const admission = told('access.admit-guest', { visit: 'v2', post: 'p', guest: 'g2', door: 'd1', badge: 'T-1' });
const leaving = told('access.check-out-guest', { visit: 'v2', post: 'p', guest: 'g2' });

describe('visits to a post', () => {
  it('have those that were reported here, as they stand', () => {
    const found = (waiting: readonly Content[]) => withVisits({ items: [{ visit: 'v1' }] }, { post: 'p' }, waiting).items;
    expect(found([report])).toMatchObject([{ visit: 'v2', name: 'Bu Contoh', purpose: 'Rapat', status: 'waiting', begun: at }, { visit: 'v1' }]);
    expect(found([report, admission])[0]).toMatchObject({ status: 'inside', door: 'd1', badge: 'T-1', entered: at });
    expect(found([report, admission, leaving])[0]).toMatchObject({ status: 'gone', left: at });
  });

  it.each([
    ['access.refuse-guest', { status: 'refused' }],
    ['access.record-exit-not-observed', { status: 'exit-not-observed', exitNotObserved: at }],
  ])('go on as %s says', (name, stands) =>
    expect(withVisits({ items: [{ visit: 'v1', status: 'waiting' }] }, { post: 'p' }, [told(name, { visit: 'v1' })]).items).toMatchObject([stands]),
  );

  it('leave out those of another post', () => expect(withVisits({ items: [] }, { post: 'q' }, [report]).items).toEqual([]));
});

describe('one visit', () => {
  it('goes on here, each line marked as one that waits', () => {
    const found = withVisit({ visit: 'v2', name: 'Bu Contoh', status: 'waiting', reported: at, entries: [] }, { visit: 'v2' }, [admission]);
    expect(found).toMatchObject({
      status: 'inside',
      badge: 'T-1',
      entries: [{ what: 'access.guest-admitted.v1', name: 'Bu Contoh', badge: 'T-1', at, waits: true }],
    });
  });

  it('has a card that was photographed here, which waits, and can be looked at here alone', () => {
    const photo = told('access.photograph-card', { visit: 'v2', post: 'p', guest: 'g2', cardPhoto: { value: '/9j/4AAQ', salt: '' } });
    const visit = { visit: 'v2', name: 'Bu Contoh', status: 'waiting', reported: at, photographed: false, entries: [] };
    expect(withVisit(visit, { visit: 'v2' }, [photo])).toMatchObject({
      status: 'waiting',
      photographed: true,
      entries: [{ what: 'access.card-photographed.v1', at, waits: true }],
    });
    expect(withVisit(visit, { visit: 'v2' }, [admission])).toMatchObject({ photographed: false });
    expect(cardTakenHere({ post: 'p', visit: 'v2' }, [report, photo])).toEqual({ cardPhoto: '/9j/4AAQ', taken: at });
    expect(cardTakenHere({ post: 'p', visit: 'v3' }, [report, photo])).toBeUndefined();
  });

  it('that began here is known here alone', () => {
    expect(visitBegunHere({ post: 'p', visit: 'v2' }, [report])).toMatchObject({
      visit: 'v2',
      post: 'p',
      name: 'Bu Contoh',
      identityType: 'sim',
      reported: at,
    });
    expect(visitBegunHere({ post: 'p', visit: 'v3' }, [report])).toBeUndefined();
  });
});

describe('a guest who reported here', () => {
  const before = {
    items: [
      { guest: 'g1', name: 'Pak Lain' },
      { guest: 'g2', name: null },
    ],
  };

  it('is known from then on, once and first', () =>
    expect(withGuests(before, { post: 'p' }, [report]).items).toMatchObject([
      { guest: 'g2', name: 'Bu Contoh', identityType: 'sim', lastReported: at },
      { guest: 'g1' },
    ]));

  it('is not known at another post', () => expect(withGuests(before, { post: 'q' }, [report]).items).toEqual(before.items));
});

describe('the shifts of a post', () => {
  const shift = { shift: 's1', started: at, ended: null, running: true, guards: ['a'] };
  const shifts = (...waiting: readonly Content[]) => withShifts({ items: [shift] }, { post: 'p' }, waiting).items;

  it('begin, pass on and end as it was said here', () => {
    expect(shifts(told('access.start-shift', { shift: 's2', post: 'p', guards: ['b'] }))).toMatchObject([{ shift: 's2', running: true, guards: ['b'] }, shift]);
    expect(shifts(told('access.hand-over-shift', { shift: 's1', to: ['b', 'c'] }))).toMatchObject([{ running: true, guards: ['b', 'c'] }]);
    expect(shifts(told('access.end-shift', { shift: 's1' }))).toMatchObject([{ running: false, ended: at }]);
  });

  it('of another post do not', () => expect(shifts(told('access.start-shift', { shift: 's2', post: 'q', guards: ['b'] }))).toEqual([shift]));
});

describe('the sheet of a shift', () => {
  const sheet = { started: at, ended: null, insideAtEnd: 3, entries: [{ visit: null, door: 'd1', doorCode: 'G-A', name: null }] };

  it('has the lines that wait here, with names and doors as far as they are known', () => {
    const { entries, insideAtEnd } = withSheet(sheet, { post: 'p' }, [report, admission]);
    expect(entries.slice(1)).toMatchObject([
      { what: 'access.guest-reported.v1', name: 'Bu Contoh', waits: true },
      { what: 'access.guest-admitted.v1', name: 'Bu Contoh', doorCode: 'G-A', badge: 'T-1', waits: true },
    ]);
    expect(insideAtEnd).toBe(4);
  });

  it('stays as it was once it has ended, and for what is of another post', () => {
    expect(withSheet({ ...sheet, ended: at }, { post: 'p' }, [report]).entries).toHaveLength(1);
    expect(withSheet(sheet, { post: 'q' }, [report]).entries).toHaveLength(1);
  });
});
