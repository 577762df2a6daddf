import { jsonList, projection, type StepEvent } from '#read-models';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { damageReported, deliveryReceived, drawReturned, lossReported, lotDrawn, lotInspected, lotSplit, quantityCorrected } from '../domain/lot.events.ts';
import { warehouseRegistered } from '../domain/warehouse.ts';
import { sortedList } from './sorted-list.ts';
import { sources } from './terms.ts';

/** A place from which more was taken than there was. */
export interface ShortPlaceTable {
  lot: string;
  term: string;
  place: string;
  warehouse: string;
  item: string;
  balance: number;
}

/** What a waybill says of the delivery that a lot was received with. */
export interface ByWaybillTable {
  lot: string;
  warehouse: string;
  item: string;
  event: string;
  quantity: number;
  at: number;
}

/** Facts of lots that cannot all be true, as they now stand: shaped as `box_doubt` is. */
export interface StockDoubtTable {
  what: string;
  about: string;
  area: string;
  at: number;
  events: string;
  known_from: number;
}

interface StockDoubts {
  short_place: ShortPlaceTable;
  by_waybill: ByWaybillTable;
  stock_doubt: StockDoubtTable;
}

/** As many of the facts that a difference began and went on with are named. */
const mostEvents = 10;

/**
 * Where quantities do not add up. It reads the postings of `stock` and the warehouses of `places` as this very event
 * leaves them: projections of one context take an event in the order of their names, and this name comes after those.
 * More is taken than there is only by what was recorded against an objection: of everything else, nothing is summed.
 */
export const stockDoubts = projection<StockDoubts>({
  name: 'stock-doubts',
  context: 'logistics',
  create: (schema) => [
    schema
      .createTable('short_place')
      .addColumn('lot', 'text', (c) => c.notNull())
      .addColumn('term', 'text', (c) => c.notNull())
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('warehouse', 'text', (c) => c.notNull())
      .addColumn('item', 'text', (c) => c.notNull())
      .addColumn('balance', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('short_place_key', ['lot', 'term', 'place'])
      .modifyEnd(sql`without rowid`),
    schema
      .createTable('by_waybill')
      .addColumn('lot', 'text', (c) => c.primaryKey())
      .addColumn('warehouse', 'text', (c) => c.notNull())
      .addColumn('item', 'text', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('quantity', 'integer', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .modifyEnd(sql`without rowid`),
    schema
      .createTable('stock_doubt')
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('area', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('events', 'text', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('stock_doubt_key', ['what', 'about'])
      .modifyEnd(sql`without rowid`),
  ],
})
  .on(deliveryReceived, (_, event) => {
    const { subject, id, data, effectiveAt } = event;
    return [
      sql`insert into by_waybill select ${subject}, ${data.warehouse}, ${data.item}, ${id}, ${data.byWaybill}, ${effectiveAt}
        where ${data.byWaybill} is not null and (select event from delivery where lot = ${subject}) = ${id} on conflict do nothing`,
      ...asByWaybill(event),
      ...addsUp(event),
    ];
  })
  .on(quantityCorrected, (_, event) => [...asByWaybill(event), ...addsUp(event)])
  .on(lotInspected, (_, event) => addsUp(event))
  .on(lotSplit, (_, event) => addsUp(event))
  .on(lotDrawn, (_, event) => addsUp(event))
  .on(drawReturned, (_, event) => addsUp(event))
  .on(damageReported, (_, event) => addsUp(event))
  .on(lossReported, (_, event) => addsUp(event))
  .on(warehouseRegistered, (_, { subject, knownFrom }) => differences(subject, sql`s.item`, knownFrom));

type LotFact = StepEvent<{ warehouse: string; item: string }>;

/** What was counted, as it was corrected since, against what the waybill says. */
function asByWaybill({ subject, knownFrom }: LotFact): readonly RawBuilder<unknown>[] {
  const counted = sql`(select sum(p.quantity) from posting p
    where p.warehouse = b.warehouse and p.item = b.item and p.term in (${sql.join(sources.map((source) => sql.lit(source)))}) and p.place = '' and p.lot = b.lot)`;
  return [
    sql`delete from stock_doubt where what = 'quantity-not-as-by-waybill' and about = ${jsonList(subject)}`,
    sql`insert into stock_doubt select 'quantity-not-as-by-waybill', ${jsonList(sql`b.lot`)}, w.village, b.at, ${jsonList(sql`b.event`)}, ${knownFrom}
      from by_waybill b join warehouse w on w.warehouse = b.warehouse where b.lot = ${subject} and b.quantity <> ${counted} on conflict do nothing`,
  ];
}

/** Sums the places that this very fact touched, if they can be short, and says anew what that makes of the item's equation. */
function addsUp({ id, subject, data: { warehouse, item }, contradicts, knownFrom }: LotFact): readonly RawBuilder<unknown>[] {
  const isShortHere = sql`exists (select 1 from short_place s where s.lot = ${subject})`;
  return [
    sql`insert into short_place select p.lot, p.term, p.place, p.warehouse, p.item, (select sum(q.quantity) from posting q
          where q.warehouse = p.warehouse and q.item = p.item and q.term = p.term and q.place = p.place and q.lot = p.lot)
      from posting p where p.event = ${id} and p.term not in (${sql.join(sources.map((source) => sql.lit(source)))})
        and (${contradicts} is not null or exists (select 1 from short_place s where s.lot = p.lot and s.term = p.term and s.place = p.place))
      on conflict (lot, term, place) do update set balance = excluded.balance`,
    sql`delete from stock_doubt where what = 'stock-does-not-add-up' and about = ${sortedList(item, warehouse)} and ${isShortHere}`,
    sql`delete from short_place where lot = ${subject} and balance >= 0`,
    differences(warehouse, item, knownFrom),
  ];
}

/**
 * The facts from which on places of the warehouse hold less than nothing, item by item. The places that are short come
 * first (`cross join`): there is mostly none, where SQLite would rather read every posting of the item for each fact.
 */
function differences(warehouse: Expression<string>, item: Expression<unknown>, knownFrom: Expression<number>): RawBuilder<unknown> {
  const ofPlace = sql`partition by p.lot, p.term, p.place order by p.at`;
  const short = sql`select p.warehouse, p.item, p.lot, p.term, p.place, p.event, p.at, p.known_from,
      sum(p.quantity) over (${ofPlace}, p.known_from, p.event) as balance
    from short_place s cross join posting p on p.warehouse = s.warehouse and p.item = s.item and p.term = s.term and p.place = s.place and p.lot = s.lot
    where s.warehouse = ${warehouse} and s.item = ${item} and s.balance < 0`;
  const since = sql`select *, max(balance) over (partition by lot, term, place order by at desc, known_from desc, event desc) as most_since from (${short})`;
  const facts = sql`select warehouse, item, event, at, row_number() over (partition by warehouse, item order by at, known_from, event) as place_in_line
    from (select distinct warehouse, item, event, at, known_from from (${since}) where most_since < 0)`;
  return sql`insert into stock_doubt
    select 'stock-does-not-add-up', ${sortedList(sql`f.item`, sql`f.warehouse`)}, w.village,
      min(f.at), json_group_array(f.event order by f.place_in_line), ${knownFrom}
    from (${facts}) f join warehouse w on w.warehouse = f.warehouse where f.place_in_line <= ${sql.lit(mostEvents)} group by f.warehouse, f.item
    on conflict do nothing`;
}
