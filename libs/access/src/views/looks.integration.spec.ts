import { addToWatchlist } from '../features/add-to-watchlist/add-to-watchlist.ts';
import { admitGuest } from '../features/admit-guest/admit-guest.ts';
import { checkOutGuest } from '../features/check-out-guest/check-out-guest.ts';
import { closeMuster } from '../features/close-muster/close-muster.ts';
import { declareMuster } from '../features/declare-muster/declare-muster.ts';
import { handOverShift } from '../features/hand-over-shift/hand-over-shift.ts';
import { mergeSubjects } from '../features/merge-subjects/merge-subjects.ts';
import { overrideWatchlistHit } from '../features/override-watchlist-hit/override-watchlist-hit.ts';
import { recordExitNotObserved } from '../features/record-exit-not-observed/record-exit-not-observed.ts';
import { registerDoor } from '../features/register-door/register-door.ts';
import { registerPost } from '../features/register-post/register-post.ts';
import { reportGuest } from '../features/report-guest/report-guest.ts';
import { startShift } from '../features/start-shift/start-shift.ts';
import type { Look } from '#kernel';
import {
  badgeCarriers,
  countInside,
  doorNameTaken,
  exitsNotObserved,
  guardsBetween,
  guardsOnDuty,
  insideAtPost,
  knownPersons,
  openMusters,
  postNameTaken,
  runningShift,
  watchlistEntriesFor,
  watchlistHits,
} from './looks.ts';
import { at, elsewhere, gate, guard, guest, post, shift, visit } from '../testing/night.ts';
import { openWatch, type Watch } from '../testing/watch.ts';

let watch: Watch;
const ask = async <Answer>(look: Look<Answer>): Promise<Answer> => (await watch.models.ask(look)).answer;

const report = (number: number) => ({
  visit: visit(number),
  post,
  guest: guest(number),
  name: { value: `Tamu ${number}` },
  identityType: 'ktp' as const,
  purpose: { value: 'antar segel' },
  minutesAllowed: 240,
});
const entry = visit(21);
const fire = visit(31);

beforeAll(async () => {
  watch = await openWatch(at('19:00'));
  await watch.tell(guard(9), registerPost, { post, village: '1601141011', name: 'Pos  Gudang Kemelak' });
  await watch.tell(guard(9), registerDoor, { door: gate, post, code: 'G-1', zone: 'halaman', level: 'restricted', capacity: 10 });
  await watch.tell(guard(1), startShift, { shift, post, guards: [guard(1), guard(2)] });
  await watch.tell(guard(1), addToWatchlist, { entry, post, person: guest(5), name: { value: 'Orang Contoh' }, reason: 'theft', until: at('23:00') });
  for (const number of [1, 2, 3]) {
    watch.clock.set(at(`19:1${number}`));
    await watch.tell(guard(1), reportGuest, report(number));
    await watch.tell(guard(1), admitGuest, { visit: visit(number), post, guest: guest(number), door: gate, badge: `T-${number}` });
  }
  watch.clock.set(at('20:00'));
  await watch.tell(guard(1), checkOutGuest, { visit: visit(1), post, guest: guest(1) });
  await watch.tell(guard(1), recordExitNotObserved, { visit: visit(2), post, guest: guest(2) });
  await watch.tell(guard(1), declareMuster, { muster: fire, post, reason: 'drill' });
  watch.clock.set(at('20:10'));
  await watch.tell(guard(1), closeMuster, { muster: fire, post, missing: [visit(2), visit(3)] });
  await watch.tell(guard(1), handOverShift, { shift, post, to: [guard(3)], acknowledged: [visit(3)] });
  watch.clock.set(at('21:00'));
});
afterAll(() => watch.close());

describe('what decisions ask', () => {
  it('how many are behind a door, then', async () => {
    expect(await ask(countInside({ door: gate, at: at('19:30') }))).toBe(3);
    expect(await ask(countInside({ door: gate, at: at('20:30') }))).toBe(1);
    expect(await ask(countInside({ door: visit(99), at: at('20:30') }))).toBe(0);
  });

  it('who is inside, and whose exit nobody saw', async () => {
    expect(await ask(insideAtPost({ post, at: at('19:30') }))).toEqual([visit(1), visit(2), visit(3)]);
    expect(await ask(insideAtPost({ post, at: at('20:30') }))).toEqual([visit(3)]);
    expect(await ask(exitsNotObserved({ post, at: at('20:30') }))).toEqual([visit(2)]);
    expect(await ask(exitsNotObserved({ post, at: at('20:30') + 86_400_000 }))).toEqual([]);
  });

  it('who else carries a badge, then', async () => {
    expect(await ask(badgeCarriers({ post, badge: 'T-1', except: visit(9), at: at('19:30') }))).toEqual([visit(1)]);
    expect(await ask(badgeCarriers({ post, badge: 'T-1', except: visit(1), at: at('19:30') }))).toEqual([]);
    expect(await ask(badgeCarriers({ post, badge: 'T-1', except: visit(9), at: at('20:30') }))).toEqual([]);
  });

  it('which shift runs, with whom on duty, then', async () => {
    expect(await ask(runningShift({ post, at: at('19:30') }))).toEqual({ shift, guards: [guard(1), guard(2)] });
    expect(await ask(guardsOnDuty({ post, at: at('20:30') }))).toEqual([guard(3)]);
    expect(await ask(runningShift({ post, at: at('18:59') }))).toBeNull();
    expect(await ask(guardsOnDuty({ post: elsewhere, at: at('20:30') }))).toEqual([]);
    expect(await ask(guardsBetween({ post, from: at('20:00'), until: at('20:30') }))).toEqual([guard(1), guard(2), guard(3)]);
  });

  it('whose name is taken, however it is typed', async () => {
    expect(await ask(postNameTaken({ name: ' pos gudang KEMELAK', except: elsewhere }))).toBe(true);
    expect(await ask(postNameTaken({ name: 'Pos Gudang Kemelak', except: post }))).toBe(false);
    expect(await ask(doorNameTaken({ post, code: 'g-1', except: visit(99) }))).toBe(true);
    expect(await ask(doorNameTaken({ post: elsewhere, code: 'G-1', except: visit(99) }))).toBe(false);
  });

  it('which musters are open, then', async () => {
    expect(await ask(openMusters({ post, at: at('20:05') }))).toEqual([fire]);
    expect(await ask(openMusters({ post, at: at('20:30') }))).toEqual([]);
    expect((await watch.events('access.muster-declared.v1'))[0]?.data).toMatchObject({ expected: [visit(3), visit(2)], unobserved: [visit(2)] });
  });

  it('who is on the watchlist, also under another id, until it runs out', async () => {
    expect(await ask(knownPersons({ persons: [guest(3), guest(4), guest(5)], post }))).toEqual([guest(3), guest(5)]);
    expect(await ask(watchlistHits({ guest: guest(3), at: at('21:00') }))).toEqual([]);
    await watch.tell(guard(1), mergeSubjects, { person: guest(3), into: guest(5), post, basis: 'same-identity-number' });
    expect(await ask(watchlistHits({ guest: guest(3), at: at('21:00') }))).toEqual([entry]);
    expect(await ask(watchlistHits({ guest: guest(5), at: at('23:00') }))).toEqual([]);
    expect(await ask(watchlistEntriesFor({ person: guest(3), reason: 'theft', at: at('21:00') }))).toEqual([entry]);
    expect(await ask(watchlistEntriesFor({ person: guest(3), reason: 'threat', at: at('21:00') }))).toEqual([]);
    await watch.tell(guard(1), overrideWatchlistHit, { visit: visit(3), post, guest: guest(3), entries: [entry], reason: { value: 'dikenal' } });
  });
});
