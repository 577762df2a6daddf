import type { Content } from '../entry/content.ts';
import { withDoors } from './doors.ts';
import { withInside } from './inside.ts';
import { withCounts, withDecisions } from './marked.ts';

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
