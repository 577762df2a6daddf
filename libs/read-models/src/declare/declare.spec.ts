import { event, type Scope } from '#kernel';
import { sql } from 'kysely';
import { DeclaredTwice, DifferentContexts, PlaceNeverBound, StepReadsAValue } from '../errors.ts';
import { look, lookNamed } from './look.ts';
import { projection, type ProjectionDeclaration } from './projection.ts';
import { query } from './query.ts';

const admitted = event('access.guest-admitted.v1')<{ door: string; badge: string; confirmedBy?: string; items?: readonly string[]; escorted: boolean }>();
const left = event('access.guest-left.v1')();

interface PresenceTable {
  visit: string;
  door: string;
  badge: string;
  confirmed: string | null;
  items: string | null;
  entered: number;
  left: number | null;
}

const bare = () =>
  projection<{ presence: PresenceTable }>({
    name: 'presence',
    context: 'access',
    create: (schema) => [
      schema.createTable('presence').addColumn('visit', 'text', (column) => column.primaryKey()),
      sql`create index presence_door on presence (door) where left is null`,
    ],
  });

const presence = bare()
  .on(admitted, (db, { subject, data, effectiveAt }) =>
    db
      .insertInto('presence')
      .values({ visit: subject, door: data.door, badge: data.badge, confirmed: data.confirmedBy, items: data.items, entered: effectiveAt, left: null }),
  )
  .on(left, {
    derive: ({ metadata }) => ({ hour: Math.floor(metadata.effectiveAt / 3_600_000) }),
    step: (db, { subject }, { hour }) => [db.updateTable('presence').set({ left: hour }).where('visit', '=', subject).where('left', 'is', null)],
  });

describe('a projection', () => {
  it('keeps the SQL of its tables', () =>
    expect(presence.schema).toEqual([
      'create table "presence" ("visit" text primary key)',
      'create index presence_door on presence (door) where left is null',
    ]));

  it('compiles a step once, with places for the values of the event', () =>
    expect(presence.steps.get(admitted.type)).toEqual({
      statements: [
        {
          sql: 'insert into "presence" ("visit", "door", "badge", "confirmed", "items", "entered", "left") values (+?, +?, +?, +?, +?, +?, +?)',
          bindings: [
            { path: ['subject'] },
            { path: ['data', 'door'] },
            { path: ['data', 'badge'] },
            { path: ['data', 'confirmedBy'] },
            { path: ['data', 'items'] },
            { path: ['metadata', 'effectiveAt'] },
            { constant: null },
          ],
        },
      ],
    }));

  it('compiles what a step derives', () =>
    expect(presence.steps.get(left.type)?.statements).toEqual([
      { sql: 'update "presence" set "left" = +? where "visit" = +? and "left" is null', bindings: [{ path: ['derived', 'hour'] }, { path: ['subject'] }] },
    ]));

  it('refuses a second step for one type', () =>
    expect(() => presence.on(left, (db, { subject }) => db.deleteFrom('presence').where('visit', '=', subject))).toThrow(DeclaredTwice));
});

describe('a step that reads a value', () => {
  const compiled = ({ steps }: ProjectionDeclaration): unknown => steps.get(admitted.type)?.statements;

  it('does not compile when it compares, and throws', () => {
    // @ts-expect-error -- a place is not a string
    const comparing = bare().on(admitted, (db, { subject, data }) => (data.door === 'D1' ? db.deleteFrom('presence').where('visit', '=', subject) : []));
    expect(() => compiled(comparing)).toThrow(PlaceNeverBound);
  });

  it('does not compile when an optional field goes where NULL must not', () => {
    // @ts-expect-error -- confirmedBy may be absent
    bare().on(admitted, (db, { data }) => db.updateTable('presence').set({ badge: data.confirmedBy }));
  });

  it('throws when it computes with it', () =>
    expect(() => compiled(bare().on(admitted, (db, { data }) => db.deleteFrom('presence').where('entered', '=', Number(data.door))))).toThrow(StepReadsAValue));

  it('throws when it lists the fields', () =>
    expect(() => compiled(bare().on(admitted, (db, { data }) => db.insertInto('presence').values({ ...data } as never)))).toThrow(StepReadsAValue));

  it('throws when it branches on it', () => {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- what lint says already, and the projector too
    const branching = bare().on(admitted, (db, { subject, data }) => (data.confirmedBy ? db.deleteFrom('presence').where('visit', '=', subject) : []));
    expect(() => compiled(branching)).toThrow(PlaceNeverBound);
  });
});

class WhoIsInside {
  post!: string;
  at?: number;
}
class PersonInside {
  visit!: string;
  items!: readonly { name: string }[];
}

describe('a query', () => {
  const whoIsInside = query(WhoIsInside)({
    name: 'access.who-is-inside',
    summary: 'Who is inside.',
    roles: ['guard'],
    scope: ({ post }): Scope => ({ post }),
    from: presence,
    answers: [PersonInside],
    find: ({ at = 0 }, db) => db.selectFrom('presence').select(['visit', 'door']).where('entered', '<=', at),
    page: { by: ['visit', ['door', 'desc']] },
    present: (rows) => rows.map(({ visit }) => ({ visit, items: [] })),
    reveals: ['visit', 'items.name'],
  });

  it('belongs to the context of its projections', () =>
    expect(whoIsInside).toMatchObject({ context: 'access', list: true, answers: PersonInside, reveals: ['visit', 'items.name'] }));

  it('does not compile when a page is cut by a column that is not selected', () => {
    const unpaged = query(WhoIsInside)({
      name: 'access.visits',
      summary: 'All visits.',
      roles: ['guard'],
      scope: ({ post }): Scope => ({ post }),
      from: presence,
      answers: PersonInside,
      find: (_, db) => db.selectFrom('presence').select('visit'),
      present: ([row]) => row && { ...row, items: [] },
      // @ts-expect-error -- not selected
      page: { by: ['door'] },
    });
    expect(unpaged.list).toBe(false);
  });

  it('reads tables of one context only', () => {
    const elsewhere = projection<{ other: { id: string } }>({ name: 'other', context: 'logistics', create: () => [] });
    expect(() =>
      look({ name: 'access.both', from: [presence, elsewhere], find: (_: object, db) => db.selectFrom('other').select('id'), answer: ([row]) => row?.id }),
    ).toThrow(DifferentContexts);
  });
});

describe('a look', () => {
  const countInside = look({
    name: 'access.count-inside',
    from: presence,
    find: ({ door }: { door: string }, db) =>
      db
        .selectFrom('presence')
        .select((eb) => eb.fn.countAll<number>().as('inside'))
        .where('door', '=', door),
    answer: ([row]) => row?.inside ?? 0,
  });

  it('is found by its name', () => {
    const asked = countInside({ door: 'D1' });
    expect(asked).toEqual({ look: 'access.count-inside', args: { door: 'D1' } });
    expect(lookNamed(asked.look).answer([{ inside: 3 }])).toBe(3);
  });
});
