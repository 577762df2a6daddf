import type { Role, Sealed } from '#kernel';
import { projection } from '#read-models';
import { sql } from 'kysely';
import { accountOpened, accountReinstated, accountSuspended, roleEnded, roleGranted } from '../domain/account.ts';
import type { Place } from '../domain/place.ts';

/** Later than anything that happens: an end that is not set. */
export const forever = Number.MAX_SAFE_INTEGER;

export interface AccountTable {
  account: string;
  login: string;
  /** A commitment. */
  name: Sealed | null;
  opened: number;
}

/** A role as granted. What is not about its kind of place is NULL; `stations` is a JSON list. */
export interface GrantTable {
  grant_id: string;
  account: string;
  role: Role;
  post: string | null;
  area: string | null;
  stations: string | null;
  from_at: number;
  until_at: number;
  known_from: number;
}

/** Every end that was recorded for a grant; the earliest of those known counts. */
export interface EndTable {
  stream: string;
  revision: number;
  grant_id: string;
  at: number;
  known_from: number;
}

/** Changes of an account between active (1) and suspended (0). */
export interface ActiveTable {
  account: string;
  revision: number;
  active: number;
  at: number;
  known_from: number;
}

const partsOf = (place: Place): { post: string | null; area: string | null; stations: readonly string[] | null } => ({
  post: place !== 'everywhere' && 'post' in place ? place.post : null,
  area: place !== 'everywhere' && 'area' in place ? place.area : null,
  stations: place !== 'everywhere' && 'stations' in place ? place.stations : null,
});

/** Accounts and the roles they hold, with everything it takes to ask what was held at an instant and what was known of it. */
export const accounts = projection<{ account: AccountTable; held: GrantTable; ended: EndTable; active: ActiveTable }>({
  name: 'accounts',
  context: 'identity',
  create: (schema) => [
    schema
      .createTable('account')
      .addColumn('account', 'text', (c) => c.primaryKey())
      .addColumn('login', 'text', (c) => c.notNull().unique())
      .addColumn('name', 'text')
      .addColumn('opened', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict, without rowid`),
    schema
      .createTable('held')
      .addColumn('grant_id', 'text', (c) => c.notNull())
      .addColumn('account', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('post', 'text')
      .addColumn('area', 'text')
      .addColumn('stations', 'text')
      .addColumn('from_at', 'integer', (c) => c.notNull())
      .addColumn('until_at', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('held_key', ['account', 'grant_id'])
      .modifyEnd(sql`strict, without rowid`),
    schema.createIndex('held_by_post').on('held').columns(['post', 'from_at']),
    schema
      .createTable('ended')
      .addColumn('stream', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('grant_id', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('ended_key', ['stream', 'revision'])
      .modifyEnd(sql`strict, without rowid`),
    schema.createIndex('ended_by_grant').on('ended').columns(['stream', 'grant_id']),
    schema
      .createTable('active')
      .addColumn('account', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('active', 'integer', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('active_key', ['account', 'revision'])
      .modifyEnd(sql`strict, without rowid`),
  ],
})
  .on(accountOpened, (db, { subject, data, effectiveAt }) =>
    db
      .insertInto('account')
      .values({ account: subject, login: data.login, name: data.name, opened: effectiveAt })
      .onConflict((conflict) => conflict.column('account').doNothing()),
  )
  .on(roleGranted, {
    derive: ({ data }) => partsOf(data.place),
    step: (db, { subject, data, knownFrom }, { post, area, stations }) =>
      db
        .insertInto('held')
        .values((eb) => ({
          grant_id: data.grant,
          account: subject,
          role: data.role,
          post,
          area,
          stations,
          from_at: data.from,
          until_at: eb.fn.coalesce(data.until, eb.lit(forever)),
          known_from: knownFrom,
        }))
        .onConflict((conflict) => conflict.columns(['account', 'grant_id']).doNothing()),
  })
  .on(roleEnded, (db, { stream, revision, data, knownFrom }) =>
    db.insertInto('ended').values({ stream, revision, grant_id: data.grant, at: data.at, known_from: knownFrom }),
  )
  .on(accountSuspended, (db, { subject, revision, effectiveAt, knownFrom }) =>
    db.insertInto('active').values({ account: subject, revision, active: 0, at: effectiveAt, known_from: knownFrom }),
  )
  .on(accountReinstated, (db, { subject, revision, effectiveAt, knownFrom }) =>
    db.insertInto('active').values({ account: subject, revision, active: 1, at: effectiveAt, known_from: knownFrom }),
  );

/** When a grant of `held` ended, as known at an instant; exclusive. */
export const endOfHeld = (knownAt: number) =>
  sql<number>`min(held.until_at, coalesce((select min(e.at) from ended e where e.stream = 'account-' || held.account and e.grant_id = held.grant_id and e.known_from <= ${knownAt}), ${forever}))`;

/** Whether the account of that column was active at an instant, as known at another. */
export const wasActive = (account: 'held.account' | 'account.account', at: number, knownAt: number) =>
  sql<number>`coalesce((select a.active from active a where a.account = ${sql.ref(account)} and a.at <= ${at} and a.known_from <= ${knownAt} order by a.at desc, a.revision desc limit 1), 1)`;
