import { eachOf, look, projection } from '#read-models';
import { sql } from 'kysely';
import type { DrawNamed } from '../domain/box.events.ts';
import { drawReturned, lotDrawn } from '../domain/lot.events.ts';

/** What was drawn from a lot, and for what. */
export interface DrawTable {
  lot: string;
  draw: string;
  purpose: string;
  bound_for: string;
  item: string;
  quantity: number;
  drawn: number;
}

/** What of a draw was given back. */
export interface DrawReturnTable {
  lot: string;
  draw: string;
  revision: number;
  quantity: number;
  at: number;
}

export const draws = projection<{ draw: DrawTable; draw_return: DrawReturnTable }>({
  name: 'draws',
  context: 'logistics',
  create: (schema) => [
    schema
      .createTable('draw')
      .addColumn('lot', 'text', (c) => c.notNull())
      .addColumn('draw', 'text', (c) => c.notNull())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('bound_for', 'text', (c) => c.notNull())
      .addColumn('item', 'text', (c) => c.notNull())
      .addColumn('quantity', 'integer', (c) => c.notNull())
      .addColumn('drawn', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('draw_key', ['lot', 'draw'])
      .modifyEnd(sql`without rowid`),
    sql`create index draw_for_run on draw (bound_for) where purpose = 'dispatch'`,
    sql`create index draw_for_box on draw (bound_for, item) where purpose = 'box'`,
    schema
      .createTable('draw_return')
      .addColumn('lot', 'text', (c) => c.notNull())
      .addColumn('draw', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('quantity', 'integer', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('draw_return_key', ['lot', 'draw', 'revision'])
      .modifyEnd(sql`without rowid`),
  ],
})
  .on(lotDrawn, {
    derive: ({ data }) => ({ purpose: data.for.kind, boundFor: data.for.id }),
    step: (db, { subject, data, effectiveAt }, { purpose, boundFor }) =>
      db
        .insertInto('draw')
        .values({ lot: subject, draw: data.draw, purpose, bound_for: boundFor, item: data.item, quantity: data.quantity, drawn: effectiveAt })
        .onConflict((conflict) => conflict.doNothing()),
  })
  .on(drawReturned, (db, { subject, revision, data, effectiveAt }) =>
    db.insertInto('draw_return').values({ lot: subject, draw: data.draw, revision, quantity: data.quantity, at: effectiveAt }),
  );

/** Those of the draws that were made for this very box or destruction and not wholly returned by the instant. */
export const standingDraws = look({
  name: 'logistics.standing-draws',
  from: draws,
  find: ({ draws: named, purpose, boundFor, at }: { draws: readonly DrawNamed[]; purpose: 'box' | 'destruction'; boundFor: string; at: number }) =>
    sql<{ draw: string }>`select d.draw from ${eachOf(JSON.stringify(named))} n
      join draw d on d.lot = json_extract(n.value, '$.lot') and d.draw = json_extract(n.value, '$.draw')
      where d.purpose = ${purpose} and d.bound_for = ${boundFor} and d.drawn <= ${at}
        and d.quantity > (select coalesce(sum(r.quantity), 0) from draw_return r where r.lot = d.lot and r.draw = d.draw and r.at <= ${at})
      order by d.draw`,
  answer: (rows) => rows.map(({ draw }) => draw),
});
