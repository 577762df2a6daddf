import { eachOf, projection } from '#read-models';
import { sql } from 'kysely';
import { boxPlanned } from '../domain/box-plan.ts';

/** A box that is to be packed; `plan` is the event that holds. */
export interface BoxPlanTable {
  box: string;
  station: string;
  contest: string;
  plan: string;
  at: number;
}

/** What a plan names, also one whose place another has taken. */
export interface ContentPlanTable {
  box: string;
  plan: string;
  item: string;
  quantity: number;
}

/** What each box is to hold, as it was planned last. */
export const boxPlans = projection<{ box_plan: BoxPlanTable; content_plan: ContentPlanTable }>({
  name: 'box-plans',
  context: 'logistics',
  create: (schema) => [
    schema
      .createTable('box_plan')
      .addColumn('box', 'text', (c) => c.primaryKey())
      .addColumn('station', 'text', (c) => c.notNull())
      .addColumn('contest', 'text', (c) => c.notNull())
      .addColumn('plan', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .modifyEnd(sql`without rowid`),
    schema.createIndex('box_plan_by_station').on('box_plan').columns(['station', 'box']),
    schema
      .createTable('content_plan')
      .addColumn('box', 'text', (c) => c.notNull())
      .addColumn('plan', 'text', (c) => c.notNull())
      .addColumn('item', 'text', (c) => c.notNull())
      .addColumn('quantity', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('content_plan_key', ['box', 'plan', 'item'])
      .modifyEnd(sql`without rowid`),
  ],
}).on(boxPlanned, (db, { id, subject, data: { station, contest, contents }, effectiveAt }) => [
  db
    .insertInto('box_plan')
    .values({ box: subject, station, contest, plan: id, at: effectiveAt })
    .onConflict((conflict) => conflict.column('box').doUpdateSet({ plan: id, at: effectiveAt }).where('box_plan.at', '<=', effectiveAt)),
  sql`insert into content_plan (box, plan, item, quantity)
    select ${subject}, ${id}, i.value, q.value
    from ${eachOf(contents)} n cross join json_each(n.value) i cross join json_each(n.value) q where i.key = 'item' and q.key = 'quantity'`,
]);
