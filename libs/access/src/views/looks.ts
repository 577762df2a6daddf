import { look } from '#read-models';
import { sql } from 'kysely';
import { nameKey } from '#kernel';
import type { WatchReason } from '../domain/watchlist.ts';
import { staysAt } from './inside.ts';
import { musters } from './musters.projection.ts';
import { pages } from './pages.projection.ts';
import { everyIdOf, persons as personsView } from './persons.projection.ts';
import { places } from './places.projection.ts';
import { presence } from './presence.projection.ts';
import { shifts } from './shifts.projection.ts';
import { visits } from './visits.projection.ts';
import { watchlist } from './watchlist.projection.ts';

/** How many guests are behind the door at the instant. Who was found gone no longer takes a place. */
export const countInside = look({
  name: 'access.count-inside',
  from: [presence, places],
  find: ({ door, at }: { door: string; at: number }, db) =>
    db
      .selectFrom(staysAt({ post: sql<string>`(select post from door where door = ${door})`, at }))
      .select((eb) => eb.fn.countAll<number>().as('guests'))
      .where('inside.door', '=', door)
      .where('inside.unobserved', 'is', null),
  answer: ([row]) => row?.guests ?? 0,
});

/** Other visits at the post whose guest carries the badge at the instant. */
export const badgeCarriers = look({
  name: 'access.badge-carriers',
  from: presence,
  find: ({ post, badge, except, at }: { post: string; badge: string; except: string; at: number }, db) =>
    db
      .selectFrom(staysAt({ post, at }))
      .select('inside.visit')
      .where('inside.badge', '=', badge)
      .where('inside.visit', '!=', except)
      .where('inside.unobserved', 'is', null)
      .orderBy('inside.visit'),
  answer: (rows) => rows.map(({ visit }) => visit),
});

/** Visits whose guest is inside the post at the instant, in the order they entered. */
export const insideAtPost = look({
  name: 'access.inside-at-post',
  from: presence,
  find: ({ post, at }: { post: string; at: number }, db) =>
    db
      .selectFrom(staysAt({ post, at }))
      .select('inside.visit')
      .where('inside.is_inner', '=', 0)
      .where('inside.unobserved', 'is', null)
      .orderBy('inside.entered')
      .orderBy('inside.visit'),
  answer: (rows) => rows.map(({ visit }) => visit),
});

const day = 86_400_000;

/** Visits whose guest was found gone, within a day before the instant, without anyone having seen them go: they may be inside. */
export const exitsNotObserved = look({
  name: 'access.exits-not-observed',
  from: presence,
  find: ({ post, at }: { post: string; at: number }, db) =>
    db
      .selectFrom(staysAt({ post, at }))
      .select('inside.visit')
      .where('inside.is_inner', '=', 0)
      .where('inside.unobserved', '>', at - day)
      .orderBy('inside.entered')
      .orderBy('inside.visit'),
  answer: (rows) => rows.map(({ visit }) => visit),
});

const runningTurns = ({ post, at }: { post: string; at: number }) =>
  sql<{
    shift: string;
    guards: string;
  }>`select shift, guards from turn where post = ${post} and running = 1 and until > ${at} and at <= ${at} order by at desc, shift limit 1`;

const listed = (json: string): string[] => (JSON.parse(json) as unknown[]).filter((item) => typeof item === 'string');

/** The shift that runs at the post at the instant, with its guards. */
export const runningShift = look({
  name: 'access.running-shift',
  from: shifts,
  find: runningTurns,
  answer: ([turn]): { shift: string; guards: string[] } | null => (turn ? { shift: turn.shift, guards: listed(turn.guards) } : null),
});

/** Users on duty at the post at the instant. */
export const guardsOnDuty = look({
  name: 'access.guards-on-duty',
  from: shifts,
  find: runningTurns,
  answer: ([turn]) => (turn ? listed(turn.guards) : []),
});

/** Users who were on duty at the post at some instant of the time, its ends included. */
export const guardsBetween = look({
  name: 'access.guards-between',
  from: shifts,
  find: ({ post, from, until }: { post: string; from: number; until: number }) =>
    sql<{
      guard: string;
    }>`select distinct g.value as guard from turn t, json_each(t.guards) g where t.post = ${post} and t.running = 1 and t.until > ${from} and t.at <= ${until} order by 1`,
  answer: (rows) => rows.map(({ guard }) => guard),
});

/** Whether another post has this name, however it is typed. */
export const postNameTaken = look({
  name: 'access.post-name-taken',
  from: places,
  find: ({ name, except }: { name: string; except: string }, db) =>
    db.selectFrom('post').select('post').where('name_key', '=', nameKey(name)).where('post', '!=', except).limit(1),
  answer: (rows) => rows.length > 0,
});

/** Whether another door of the post has this code, however it is typed. */
export const doorNameTaken = look({
  name: 'access.door-name-taken',
  from: places,
  find: ({ post, code, except }: { post: string; code: string; except: string }, db) =>
    db.selectFrom('door').select('door').where('post', '=', post).where('code_key', '=', nameKey(code)).where('door', '!=', except).limit(1),
  answer: (rows) => rows.length > 0,
});

/** Entries of the watchlist that stand against a guest, or against whom the guest was found to be; with `at`, only those that had not run out then. */
export const watchlistHits = look({
  name: 'access.watchlist-hits',
  from: [watchlist, personsView],
  find: ({ guest, at = 0 }: { guest: string; at?: number }, db) =>
    db.selectFrom('watch').select('entry').where('person', 'in', everyIdOf(guest)).where('removed', 'is', null).where('until', '>', at).orderBy('entry'),
  answer: (rows) => rows.map(({ entry }) => entry),
});

/** Entries that stand against the person for the same reason at the instant. */
export const watchlistEntriesFor = look({
  name: 'access.watchlist-entries-for',
  from: [watchlist, personsView],
  find: ({ person, reason, at }: { person: string; reason: WatchReason; at: number }, db) =>
    db
      .selectFrom('watch')
      .select('entry')
      .where('person', 'in', everyIdOf(person))
      .where('reason', '=', reason)
      .where('removed', 'is', null)
      .where('until', '>', at)
      .orderBy('entry'),
  answer: (rows) => rows.map(({ entry }) => entry),
});

/** Those of the persons who were reported at the post, or are on the watchlist. */
export const knownPersons = look({
  name: 'access.known-persons',
  from: [visits, watchlist],
  find: ({ persons, post }: { persons: readonly string[]; post: string }) =>
    sql<{ person: string }>`select value as person from json_each(${JSON.stringify(persons)}) p
      where exists (select 1 from visit where guest = p.value and post = ${post}) or exists (select 1 from watch where person = p.value)`,
  answer: (rows) => rows.map(({ person }) => person),
});

/** Musters of the post that were declared before the instant and not closed then. */
export const openMusters = look({
  name: 'access.open-musters',
  from: musters,
  find: ({ post, at }: { post: string; at: number }, db) =>
    db
      .selectFrom('muster')
      .select('muster')
      .where('post', '=', post)
      .where('declared', '<=', at)
      .where((eb) => eb.or([eb('closed', 'is', null), eb('closed', '>', at)]))
      .orderBy('muster'),
  answer: (rows) => rows.map(({ muster }) => muster),
});

/** Pages that were transcribed from the same photograph. */
export const pagesWithPhoto = look({
  name: 'access.pages-with-photo',
  from: pages,
  find: ({ photo }: { photo: string }, db) => db.selectFrom('page').select('page').where('photo', '=', photo).orderBy('page'),
  answer: (rows) => rows.map(({ page }) => page),
});
