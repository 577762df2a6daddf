import SqliteDatabase, { type Database } from 'better-sqlite3';
import { event } from '#kernel';
import { sql } from 'kysely';
import { projection, type Projection } from '../../declare/projection.ts';
import { LogEvent } from './log-event.ts';
import { prepareSteps } from './prepared-steps.ts';

const entered = event('test.entered.v1')<{ door: string; badge?: string; open: boolean }>();

interface Row {
  door: string;
  said: string;
}

const told = (door: string, revision: number, badge?: string): LogEvent =>
  new LogEvent(
    {
      id: 'e',
      stream: 'visit-00000000-0000-7000-8000-000000000001',
      revision,
      position: BigInt(revision + 1),
      type: entered.type,
      data: JSON.stringify({ door, open: true, ...(badge !== undefined && { badge }) }),
      metadata: JSON.stringify({ actor: { role: 'guard', user: "d'Arc" }, effectiveAt: 7, recordedAt: 9, occurredAt: '"?"', voice: 'asked' }),
    },
    0,
    [],
  );

const named = (name: string, ...create: string[]): Projection<{ kept: Row; also: Row }> =>
  projection<{ kept: Row; also: Row }>({ name, context: 'test', create: () => create.map((text) => sql.raw(text)) });

/** Every value that a step may bind, quotation marks and parameter signs in the SQL, and a derivation of each of two projections. */
const all = [
  named('kept', 'create table kept (door text, said text)').on(entered, {
    derive: ({ data }) => ({ shout: `${data.door}!` }),
    step: (db, { subject, stream, type, revision, position, knownFrom, effectiveAt, actor, occurredAt, data }, { shout }) => [
      sql`insert into kept select ${data.door}, json_array(${subject}, ${stream}, ${type}, ${revision}, ${position}, ${knownFrom}, ${effectiveAt}, ${actor.user}, ${occurredAt}, ${data.badge}, ${data.open}, ${shout}, ${'it\'s +? " so'}, '+?', ${3.5}, ${null}, ${true})`,
      db
        .updateTable('kept')
        .set({ said: sql<string>`said || changes()` })
        .where('door', '=', data.door),
    ],
  }),
  named('also', 'create table also (door text primary key, said text)').on(entered, {
    derive: ({ data }) => ({ shout: `${data.door}?` }),
    step: (db, { data, type }, { shout }) =>
      db
        .insertInto('also')
        .values({ door: data.door, said: shout })
        .onConflict((conflict) => conflict.doUpdateSet({ said: type })),
  }),
];

function tables(projections: readonly Projection<unknown>[], how: 'together' | 'each', events: readonly LogEvent[]): unknown {
  const database = new SqliteDatabase(':memory:');
  for (const { schema } of projections) for (const statement of schema) database.exec(statement);
  const { together, steps } = prepareSteps(projections, database).get(entered.type) ?? { together: undefined, steps: [] };
  for (const event of events)
    if (how === 'together') together?.run(event);
    else for (const step of steps) step.run(event);
  return rows(database);
}

const rows = (database: Database): unknown => [database.prepare('select * from kept').all(), database.prepare('select * from also').all()];

const night = [told('north', 0), told("o'hare", 1, '+?'), told('north', 2, '7')];

it('does together what the steps do one by one', () => {
  const each = tables(all, 'each', night);
  expect(tables(all, 'together', night)).toEqual(each);
  expect(each).toMatchObject([
    [{ door: 'north' }, { door: "o'hare" }, { door: 'north' }],
    [{ said: entered.type }, { said: "o'hare?" }],
  ]);
});

it('runs a statement that may not stand in a trigger for itself, in its place', () => {
  const [kept, also] = all;
  if (!kept || !also) throw new Error('there are two');
  const unusual = [
    kept,
    named('odd').on(entered, (_, { data }) => [
      sql`update kept set said = 'first' where door = ${data.door}`,
      sql`with w as (select ${data.door} as door) update kept as k set said = said || ', then' from w where k.door = w.door`,
      sql`update kept set said = said || ', last' where door = ${data.door}`,
    ]),
    also,
  ];
  expect(tables(unusual, 'together', night)).toEqual(tables(unusual, 'each', night));
  expect(tables(unusual, 'together', night.slice(0, 1))).toEqual([[{ door: 'north', said: 'first, then, last' }], [{ door: 'north', said: 'north?' }]]);
});

it('leaves a statement, and a table, its own say on what a conflict does', () => {
  const kept = named('kept', 'create table kept (door text primary key, said text)');
  const also = named('also', 'create table also (door text primary key, said text)').on(entered, (db, { data, revision }) =>
    db
      .insertInto('also')
      .values({ door: data.door, said: sql<string>`cast(${revision} as integer)` })
      .orIgnore(),
  );
  const ignoring = [kept.on(entered, (_, { data }) => sql`insert or replace into kept values (${data.door}, 'again')`), also];
  expect(tables(ignoring, 'together', night)).toEqual([
    [
      { door: "o'hare", said: 'again' },
      { door: 'north', said: 'again' },
    ],
    [
      { door: 'north', said: '0' },
      { door: "o'hare", said: '1' },
    ],
  ]);
  const table = [
    named('kept', 'create table kept (door text primary key on conflict ignore, said text)').on(entered, (_, { data }) => [
      sql`insert into kept values (${data.door}, 'once')`,
      sql`insert into kept values (${data.door}, 'twice')`,
    ]),
    named('also', 'create table also (door text, said text)'),
  ];
  expect(tables(table, 'together', night)).toEqual([
    [
      { door: 'north', said: 'once' },
      { door: "o'hare", said: 'once' },
    ],
    [],
  ]);
});
