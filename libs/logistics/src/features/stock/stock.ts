import { Count, Flag, Id, Optional, OrNull, Words } from '#http';
import { latest, query } from '#read-models';
import { sql } from 'kysely';
import { readers } from '../../views/readers.ts';
import { AsOf, standing } from '../../views/standing.ts';
import { stock as stockView } from '../../views/stock.projection.ts';
import { Item } from '../fields.ts';

export class Stock extends AsOf {
  @Id('The warehouse') warehouse!: string;
  @Optional(Item('Of which item; absent: of each')) item?: string;
}

export class LotFound {
  @Id('The lot') lot!: string;
  @Words('What it is a lot of') item!: string;
  @OrNull(Words('Number of the waybill it came with; null: nobody told of its delivery', { max: 60 })) waybill!: string | null;
  @OrNull(Id('The zone where it lies; null: nobody said')) zone!: string | null;
  @Count('How much is there') quantity!: number;
  @Count('How much of it is damaged beside that, and kept until it is destroyed') damaged!: number;
  @Flag('Whether more was taken than there was: see the alarms of logistics.stock-equation') short!: boolean;
}

export const stock = query(Stock)({
  name: 'logistics.stock',
  summary: 'The lots of a warehouse: where each lies and how much is there.',
  roles: readers,
  scope: ({ warehouse }) => ({ warehouse }),
  from: stockView,
  answers: [LotFound],
  find: (args, db, circumstances) =>
    db
      .selectFrom('posting')
      .select(['lot', 'item'])
      .select(sql<number>`coalesce(sum(quantity) filter (where term = 'stock'), 0)`.as('balance'))
      .select(sql<number>`coalesce(sum(quantity) filter (where term = 'damaged'), 0)`.as('spoilt'))
      .select(sql<string | null>`(select waybill from delivery d where d.lot = posting.lot)`.as('waybill'))
      .select(
        sql<string | null>`(select zone from lot_zone z where z.lot = posting.lot and z.at <= ${args.at ?? circumstances.now}
          and z.known_from <= ${args.knownAt ?? latest} order by z.at desc, z.revision desc limit 1)`.as('zone'),
      )
      .where('warehouse', '=', args.warehouse)
      .where('term', 'in', ['stock', 'damaged'])
      .where(standing(args, circumstances))
      .$if(args.item !== undefined, (found) => found.where('item', '=', args.item ?? ''))
      .groupBy(['item', 'lot']),
  page: { by: ['item', 'lot'] },
  present: (rows) =>
    rows.map(({ lot, item, waybill, zone, balance, spoilt }): LotFound => ({
      lot,
      item,
      waybill,
      zone,
      quantity: Math.max(0, balance),
      damaged: Math.max(0, spoilt),
      short: balance < 0 || spoilt < 0,
    })),
});
