import { action, processManager } from '#processes';
import { sql } from 'kysely';
import { formLot } from '../features/form-lot/form-lot.ts';
import { stock, type SplitTable } from '../views/stock.projection.ts';

/** What was put apart becomes a lot, from the instant at which it was put apart. */
export const formSplitLots = processManager({
  name: 'form-split-lots',
  from: stock,
  due: (_, { since }) => sql<SplitTable>`select * from split where formed = 0 and known_from >= ${since} order by known_from, event`,
  act: ({ event, lot: from, into, warehouse, item, quantity, zone, occurred_at: occurredAt }) =>
    action({ key: event, slice: formLot, asked: { lot: into, warehouse, item, from, split: event, quantity, zone }, occurredAt, causationId: event }),
});
