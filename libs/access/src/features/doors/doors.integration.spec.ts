import { doorLocked, doorUnlocked } from '../../domain/door.ts';
import { doorEntered } from '../../domain/visit.events.ts';
import { admitted, at, gate, guard, guest, night, ofVisit, post, tell, vault } from '../../testing/night.ts';
import { posts } from '../posts/posts.ts';
import { doors } from './doors.ts';

const circumstances = { actor: { user: guard(1), role: 'guard' as const }, now: at('08:00') };

const told = night(
  tell(`door-${gate}`, doorLocked({ post, reason: 'night' }), '22:00'),
  tell(`door-${gate}`, doorUnlocked({ post }), '05:00'),
  tell(`door-${gate}`, doorLocked({ post, reason: 'sorting-day' }), '04:00', '06:00'),
  ofVisit(1, admitted(1), '01:00'),
  ofVisit(1, doorEntered({ post, guest: guest(1), door: vault }), '01:30'),
);

describe('doors', () => {
  it('say how they stand now, whatever was told last', async () =>
    expect(await told.find(doors, { post }, circumstances)).toEqual([
      { door: vault, code: 'B-1', zone: 'brankas', level: 'two-person', capacity: 2, inside: 1, locked: false, reason: null, since: null },
      {
        door: gate,
        code: 'G-1',
        zone: 'halaman',
        level: 'restricted',
        capacity: 10,
        inside: 1,
        locked: false,
        reason: null,
        since: '2023-12-01T05:00:00.000+07:00',
      },
    ]));

  it('say how they stood at an instant', async () =>
    expect(await told.find(doors, { post, at: at('00:30') }, circumstances)).toMatchObject([
      { inside: 0, locked: false },
      { inside: 0, locked: true, reason: 'night', since: '2023-11-30T22:00:00.000+07:00' },
    ]));

  it('belong to posts, which anyone may list', async () =>
    expect(await told.find(posts, {}, circumstances)).toEqual([
      { post, village: '1601141011', name: 'Pos Gudang Kemelak', registered: '2023-11-30T18:00:00.000+07:00' },
    ]));
});
