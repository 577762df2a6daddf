import { eachOf, projection, type StepEvent } from '#read-models';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { boxPacked } from '../domain/box.events.ts';
import { surplusDestroyed } from '../domain/destruction.ts';
import { damagedIn } from '../domain/lot.ts';
import {
  damageReported,
  deliveryReceived,
  drawReturned,
  lossReported,
  lotDrawn,
  lotFormed,
  lotInspected,
  lotMoved,
  lotSplit,
  quantityCorrected,
} from '../domain/lot.events.ts';
import { requirementPlanned } from '../domain/warehouse.ts';
import { isSource, type Term } from './terms.ts';

/**
 * One side of what a fact did to quantities: a place gained so much, or lost it when it is negative. Each fact is told
 * twice, as where units came from and as where they went, so that at every instant what came in is what is somewhere.
 */
export interface PostingTable {
  /** Id of the event. */
  event: string;
  type: string;
  warehouse: string;
  item: string;
  term: Term;
  /** The lot or the draw in which the units are; empty where they came in. */
  place: string;
  lot: string;
  quantity: number;
  at: number;
  known_from: number;
}

export interface DeliveryTable {
  lot: string;
  event: string;
  waybill: string;
}

export interface LotZoneTable {
  lot: string;
  at: number;
  revision: number;
  zone: string;
  known_from: number;
}

export interface RequirementTable {
  warehouse: string;
  item: string;
  at: number;
  revision: number;
  quantity: number;
  basis: string;
  known_from: number;
}

/** What took up a draw: the box that it was packed into, the run that it goes with as it is, or the destruction in which it burned. */
export interface DrawUseTable {
  lot: string;
  draw: string;
  event: string;
  /** Neither: it was destroyed. */
  box: string | null;
  dispatch: string | null;
  at: number;
  known_from: number;
}

/** A part that was put apart, and whether it has become a lot yet. */
export interface SplitTable {
  event: string;
  lot: string;
  into: string;
  warehouse: string;
  item: string;
  quantity: number;
  zone: string;
  occurred_at: string;
  known_from: number;
  formed: number;
}

interface Stock {
  split: SplitTable;
  posting: PostingTable;
  draw_use: DrawUseTable;
  delivery: DeliveryTable;
  lot_zone: LotZoneTable;
  requirement: RequirementTable;
}

export const stock = projection<Stock>({
  name: 'stock',
  context: 'logistics',
  create: (schema) => [
    schema
      .createTable('posting')
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('warehouse', 'text', (c) => c.notNull())
      .addColumn('item', 'text', (c) => c.notNull())
      .addColumn('term', 'text', (c) => c.notNull())
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('lot', 'text', (c) => c.notNull())
      .addColumn('quantity', 'integer', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('posting_key', ['event', 'term', 'place']),
    schema.createIndex('posting_of_item').on('posting').columns(['warehouse', 'item', 'term', 'place', 'lot', 'at', 'known_from', 'quantity']),
    sql`create index posting_of_draw on posting (place) where term = 'drawn'`,
    schema
      .createTable('draw_use')
      .addColumn('lot', 'text', (c) => c.notNull())
      .addColumn('draw', 'text', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('box', 'text')
      .addColumn('dispatch', 'text')
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('draw_use_key', ['lot', 'draw', 'event'])
      .modifyEnd(sql`without rowid`),
    schema
      .createTable('split')
      .addColumn('event', 'text', (c) => c.primaryKey())
      .addColumn('lot', 'text', (c) => c.notNull())
      .addColumn('into', 'text', (c) => c.notNull())
      .addColumn('warehouse', 'text', (c) => c.notNull())
      .addColumn('item', 'text', (c) => c.notNull())
      .addColumn('quantity', 'integer', (c) => c.notNull())
      .addColumn('zone', 'text', (c) => c.notNull())
      .addColumn('occurred_at', 'text', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addColumn('formed', 'integer', (c) => c.notNull()),
    sql`create index split_unformed on split (known_from) where formed = 0`,
    schema
      .createTable('delivery')
      .addColumn('lot', 'text', (c) => c.primaryKey())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('waybill', 'text', (c) => c.notNull()),
    schema
      .createTable('lot_zone')
      .addColumn('lot', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('zone', 'text', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('lot_zone_key', ['lot', 'at', 'revision']),
    schema
      .createTable('requirement')
      .addColumn('warehouse', 'text', (c) => c.notNull())
      .addColumn('item', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('quantity', 'integer', (c) => c.notNull())
      .addColumn('basis', 'text', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('requirement_key', ['warehouse', 'item', 'at', 'revision']),
  ],
})
  .on(deliveryReceived, (db, event) => {
    const { subject, id, revision, data, effectiveAt, knownFrom } = event;
    const isFirst = sql`(select event from delivery where lot = ${subject}) = ${id}`;
    return [
      db
        .insertInto('delivery')
        .values({ lot: subject, event: id, waybill: data.waybill })
        .onConflict((conflict) => conflict.doNothing()),
      ...moved(event, { term: 'received', place: sql`''` }, inStock(event), data.quantity, isFirst),
      sql`insert into lot_zone select ${subject}, ${effectiveAt}, ${revision}, ${data.zone}, ${knownFrom} where ${isFirst}`,
    ];
  })
  .on(lotInspected, {
    derive: ({ data }) => ({ damaged: damagedIn(data.damaged) }),
    step: (_, event, { damaged }) => moved(event, inStock(event), { term: 'damaged', place: event.subject }, damaged, sql`${damaged} > 0`),
  })
  .on(lotMoved, (db, { subject, revision, data, effectiveAt, knownFrom }) =>
    db.insertInto('lot_zone').values({ lot: subject, at: effectiveAt, revision, zone: data.zone, known_from: knownFrom }),
  )
  .on(lotDrawn, {
    derive: ({ data }) => ({ dispatch: data.for.kind === 'dispatch' ? data.for.id : null }),
    step: (_, event, { dispatch }) => [
      ...moved(event, inLot(event), { term: 'drawn', place: event.data.draw }, event.data.quantity, sql`not ${wasDrawnBefore(event)}`),
      sql`insert into draw_use select ${event.subject}, ${event.data.draw}, ${event.id}, null, ${dispatch}, ${event.effectiveAt}, ${event.knownFrom}
        where ${dispatch} is not null and not ${wasDrawnBefore(event)}`,
    ],
  })
  .on(drawReturned, (_, event) => moved(event, { term: 'drawn', place: event.data.draw }, inLot(event), event.data.quantity))
  // The units are in the new lot at once: it needs no fact of its own for that.
  .on(lotSplit, (db, event) => {
    const { id, subject, data, occurredAt, knownFrom } = event;
    const { into, warehouse, item, quantity, zone } = data;
    return [
      ...moved(event, inStock(event), { term: 'stock', place: into, lot: into }, quantity),
      db
        .insertInto('split')
        .values({ event: id, lot: subject, into, warehouse, item, quantity, zone, occurred_at: occurredAt, known_from: knownFrom, formed: 0 }),
    ];
  })
  .on(lotFormed, (db, { subject, revision, data, effectiveAt, knownFrom }) => [
    db.updateTable('split').set({ formed: 1 }).where('event', '=', data.split),
    db.insertInto('lot_zone').values({ lot: subject, at: effectiveAt, revision, zone: data.zone, known_from: knownFrom }),
  ])
  .on(damageReported, (_, event) => moved(event, inStock(event), { term: 'damaged', place: event.subject }, event.data.quantity))
  .on(lossReported, (_, event) => moved(event, inStock(event), { term: 'lost', place: event.subject }, event.data.quantity))
  .on(quantityCorrected, (_, event) => {
    const signed = sql<number>`case ${event.data.direction} when 'more' then ${event.data.quantity} else -${event.data.quantity} end`;
    return moved(event, { term: 'corrected', place: sql`''` }, inStock(event), signed);
  })
  .on(boxPacked, (_, event) => used(event, event.data.draws, sql`${event.subject}`))
  .on(surplusDestroyed, (_, event) => used(event, event.data.draws, sql`null`))
  .on(requirementPlanned, (db, { subject, revision, data: { item, quantity, basis }, effectiveAt, knownFrom }) =>
    db.insertInto('requirement').values({ warehouse: subject, item, at: effectiveAt, revision, quantity, basis, known_from: knownFrom }),
  );

type LotFact = StepEvent<{ warehouse: string; item: string }>;

interface Side {
  readonly term: Term | RawBuilder<Term>;
  readonly place: Expression<unknown>;
  /** Absent: the lot of the fact. */
  readonly lot?: Expression<string>;
}

function used({ id, effectiveAt, knownFrom }: StepEvent<never>, draws: Expression<unknown>, box: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into draw_use select distinct l.value, d.value, ${id}, ${box}, null, ${effectiveAt}, ${knownFrom}
    from ${eachOf(draws)} n cross join json_each(n.value) l cross join json_each(n.value) d where l.key = 'lot' and d.key = 'draw'`;
}

function inStock({ subject }: LotFact): Side {
  return { term: 'stock', place: subject };
}

/** Where a draw came from: what is good, or what is damaged. */
function inLot({ subject, data: { condition } }: StepEvent<{ condition?: 'damaged' }>): Side {
  return { term: sql<Term>`iif(${condition} is null, 'stock', 'damaged')`, place: subject };
}

/** A draw is made once: who tells it again, otherwise, contradicts, and moves nothing. */
function wasDrawnBefore({ id, subject, data }: StepEvent<{ draw: string }>): RawBuilder<unknown> {
  return sql`exists (select 1 from posting where place = ${data.draw} and lot = ${subject} and term = 'drawn' and quantity > 0 and event <> ${id})`;
}

/** Both sides of a movement. What comes in or is corrected adds to both sides of the equation; all else goes from one place to another. */
function moved(event: LotFact, from: Side, to: Side, quantity: Expression<number>, when: RawBuilder<unknown> = sql`true`): readonly RawBuilder<unknown>[] {
  const taken = typeof from.term === 'string' && isSource(from.term) ? quantity : sql<number>`-${quantity}`;
  return [posted(event, from, taken, when), posted(event, to, quantity, when)];
}

function posted(event: LotFact, { term, place, lot = event.subject }: Side, quantity: Expression<number>, when: RawBuilder<unknown>): RawBuilder<unknown> {
  const { id, type, data, effectiveAt, knownFrom } = event;
  return sql`insert into posting select ${id}, ${type}, ${data.warehouse}, ${data.item}, ${typeof term === 'string' ? sql.lit(term) : term}, ${place}, ${lot}, ${quantity}, ${effectiveAt}, ${knownFrom}
    where ${when} on conflict (event, term, place) do update set quantity = quantity + excluded.quantity`;
}
