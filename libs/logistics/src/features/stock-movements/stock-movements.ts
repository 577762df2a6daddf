import { Count, Id, Moment, OneOf, Optional, OrNull, Words } from '#http';
import { moment, query } from '#read-models';
import { sql } from 'kysely';
import { boxes } from '../../views/boxes.projection.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { readers } from '../../views/readers.ts';
import { AsOf, standing, termOf } from '../../views/standing.ts';
import { stock } from '../../views/stock.projection.ts';
import { terms } from '../../views/terms.ts';
import type { Term } from '../../views/terms.ts';
import { Item } from '../fields.ts';

const most = Number.MAX_SAFE_INTEGER;

export class StockMovements extends AsOf {
  @Id('The warehouse') warehouse!: string;
  @Item('The item') item!: string;
  @OneOf('The term of the equation', terms) term!: Term;
  @Optional(Id('Of which lot; absent: of each')) lot?: string;
}

export class StockMovement {
  @Id('The event') event!: string;
  @Words('Its type') what!: string;
  @Id('The lot') lot!: string;
  @OrNull(Id('The draw; null: it is of the lot itself')) draw!: string | null;
  @Count('How much the term gained, or lost when it is negative', { min: -most }) quantity!: number;
  @Moment('When it happened') at!: string;
  @Moment('When the log learnt of it') known!: string;
}

export const stockMovements = query(StockMovements)({
  name: 'logistics.stock-movements',
  summary: 'The facts behind one term of the stock equation, the latest first.',
  roles: readers,
  scope: ({ warehouse }) => ({ warehouse }),
  from: [stock, boxes, dispatches],
  answers: [StockMovement],
  find: (args, db, circumstances) =>
    db
      .selectFrom('posting')
      .select(['event', 'type', 'lot', 'quantity', 'at', 'known_from'])
      .select(sql<string | null>`case when place in ('', lot) then null else place end`.as('draw'))
      .where('warehouse', '=', args.warehouse)
      .where('item', '=', args.item)
      .$if(args.lot !== undefined, (found) => found.where('lot', '=', args.lot ?? ''))
      .where(sql<boolean>`${termOf('posting', args, circumstances)} = ${args.term}`)
      .where(standing(args, circumstances)),
  page: { by: [['at', 'desc'], 'event'] },
  present: (rows) =>
    rows.map(({ event, type, lot, draw, quantity, at, known_from }): StockMovement => ({
      event,
      what: type,
      lot,
      draw,
      quantity,
      at: moment(at),
      known: moment(known_from),
    })),
});
