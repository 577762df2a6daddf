import { event } from '#kernel';
import { sql } from 'kysely';
import { look } from '../declare/look.ts';
import { projection } from '../declare/projection.ts';

/* A small context for the specs and the bench: threads import it, as they import a real context's projections. */
export const admitted = event('gate.guest-admitted.v1')<{ door: string; badge: string; escort?: string; items?: readonly string[] }>();
export const left = event('gate.guest-left.v1')();
export const stranger = event('gate.from-the-future.v1')();

export interface PresenceTable {
  visit: string;
  door: string;
  badge: string;
  escort: string | null;
  items: string | null;
  entered: number;
  left: number | null;
  known_from: number;
}

/** One badge is held by one visit at a time: handing out the same one twice is what the step cannot take. */
export const presence = projection<{ presence: PresenceTable }>({
  name: 'presence',
  context: 'gate',
  create: (schema) => [
    schema
      .createTable('presence')
      .addColumn('visit', 'text', (column) => column.primaryKey())
      .addColumn('door', 'text', (column) => column.notNull())
      .addColumn('badge', 'text', (column) => column.notNull())
      .addColumn('escort', 'text')
      .addColumn('items', 'text')
      .addColumn('entered', 'integer', (column) => column.notNull())
      .addColumn('left', 'integer')
      .addColumn('known_from', 'integer', (column) => column.notNull())
      .modifyEnd(sql`strict, without rowid`),
    sql`create unique index presence_badge on presence (badge) where left is null`,
  ],
})
  .on(admitted, {
    step: (db, { subject, data, effectiveAt, knownFrom }) =>
      db.insertInto('presence').values({
        visit: subject,
        door: data.door,
        badge: data.badge,
        escort: data.escort,
        items: data.items,
        entered: effectiveAt,
        left: null,
        known_from: knownFrom,
      }),
    changes: ({ data, stream }) => [stream.slice(-36), data.door],
  })
  .on(left, (db, { subject, effectiveAt }) => db.updateTable('presence').set({ left: effectiveAt }).where('visit', '=', subject).where('left', 'is', null));

export const doorCounts = projection<{ door_count: { door: string; admitted: number; half: number } }>({
  name: 'door-counts',
  context: 'gate',
  create: (schema) => [
    schema
      .createTable('door_count')
      .addColumn('door', 'text', (column) => column.primaryKey())
      .addColumn('admitted', 'integer', (column) => column.notNull())
      .addColumn('half', 'integer', (column) => column.notNull())
      .modifyEnd(sql`strict`),
  ],
}).on(admitted, {
  derive: ({ metadata }) => ({ odd: metadata.effectiveAt % 2 === 1 }),
  step: (db, { data }, { odd }) =>
    sql`insert into door_count (door, admitted, half) values (${data.door}, 1, ${odd}) on conflict (door) do update set admitted = admitted + 1, half = half + excluded.half`,
});

export const countInside = look({
  name: 'gate.count-inside',
  from: presence,
  find: ({ door }: { door: string }, db) =>
    db
      .selectFrom('presence')
      .select((eb) => eb.fn.countAll<number>().as('inside'))
      .where('door', '=', door)
      .where('left', 'is', null),
  answer: ([row]) => row?.inside ?? 0,
});
