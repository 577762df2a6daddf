import { Count, Id, Many, Moment, OneOf, Optional, OrNull, Words } from '#http';
import { moment, query } from '#read-models';
import { type RawBuilder, sql } from 'kysely';
import { equations, shortfalls } from '../../views/equation.ts';
import type { Posting, Shortfall, TermSum } from '../../views/equation.ts';
import { boxes } from '../../views/boxes.projection.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { places } from '../../views/places.projection.ts';
import { readers } from '../../views/readers.ts';
import { among, InWarehouses, scopesOf, standing, termOf } from '../../views/standing.ts';
import { stock } from '../../views/stock.projection.ts';
import { sources, terms } from '../../views/terms.ts';
import type { Term } from '../../views/terms.ts';
import { Item } from '../fields.ts';

const most = Number.MAX_SAFE_INTEGER;

export class StockEquation extends InWarehouses {
  @Optional(Item('Of which item; absent: of each')) item?: string;
}

export class TermFound {
  @OneOf('The term', terms) term!: Term;
  @Count('How much; only a correction can be negative', { min: -most }) quantity!: number;
  @Count('How many facts say so: logistics.stock-movements lists them') events!: number;
}

export class PostingFound {
  @Id('The event') event!: string;
  @Words('Its type') what!: string;
  @Moment('When it happened') at!: string;
  @Count('How much the place gained, or lost when it is negative', { min: -most }) quantity!: number;
}

export class AlarmFound {
  @OneOf('Where more was taken than there was', terms) term!: Term;
  @Id('The lot') lot!: string;
  @OrNull(Id('The draw; null: it is the lot itself')) draw!: string | null;
  @Count('How much more') short!: number;
  @Moment('Since when') since!: string;
  @Many(PostingFound, { max: most, description: 'The facts it began with, the first one first' }) events!: PostingFound[];
}

export class EquationFound {
  @Words('The item') item!: string;
  @Many(TermFound, { description: 'What came in' }) cameIn!: TermFound[];
  @Many(TermFound, { description: 'Where it is: every unit in exactly one place' }) isIn!: TermFound[];
  @Count('What came in, less what is somewhere. Not 0: an alarm stands', { min: -most }) difference!: number;
  @OrNull(Count('How much must go out; null: nobody planned it')) planned!: number | null;
  @OrNull(Count('What was received beyond that', { min: -most })) surplus!: number | null;
  @Many(AlarmFound, { max: most, description: 'What does not add up, and the facts it began with' }) alarms!: AlarmFound[];
}

export const stockEquation = query(StockEquation)({
  name: 'logistics.stock-equation',
  summary: 'What came in and where it is, item by item, with the surplus against the plan; a difference names the facts it began with.',
  roles: readers,
  scope: scopesOf,
  from: [stock, boxes, dispatches, places],
  answers: [EquationFound],
  find: (args, _, circumstances) => {
    const concerned = sql`${among(args)} and ${standing(args, circumstances)} and ${args.item === undefined ? sql`true` : sql`item = ${args.item}`}`;
    const isSource = (term: 'term' | 'posted_as') => sql`${sql.ref(term)} in (${sql.join(sources.map((source) => sql.lit(source)))})`;
    // In the order of the index of a warehouse: nothing is sorted.
    const posted = sql`select item, term, place, lot, sum(quantity) as balance, count(*) as events from posting where ${concerned} group by item, term, place, lot`;
    const whereItIs = (posted: RawBuilder<unknown>) =>
      sql`select item, lot, place, balance, events, term as posted_as, ${termOf('b', args, circumstances)} as term from (${posted}) b`;
    return {
      // Not by the term: where a draw is would be looked up again for each time it is named.
      sums: sql<TermSum>`select item, term, sum(case when ${isSource('posted_as')} then balance else max(balance, 0) end) as quantity, sum(events) as events
        from (${whereItIs(posted)}) group by item, term order by item`,
      short: sql<Posting>`select p.event, p.type, p.item, b.term, p.lot, p.place, p.quantity, p.at
        from (${whereItIs(sql`${posted} having balance < 0 and not ${isSource('term')}`)}) b join posting p on p.item = b.item and p.term = b.posted_as and p.lot = b.lot and p.place = b.place
        where ${standing(args, circumstances)} and ${among(args)} order by p.at, p.known_from, p.event`,
      planned: sql<{ item: string; quantity: number }>`select item, sum(quantity) as quantity from (
          select item, quantity, row_number() over (partition by warehouse, item order by at desc, revision desc) as last from requirement where ${concerned}
        ) where last = 1 group by item order by item`,
    };
  },
  present: ({ sums, short, planned }) => {
    const alarms = shortfalls(short);
    return equations(sums).map(({ item, cameIn, isIn, difference }): EquationFound => {
      const plan = planned.find((one) => one.item === item)?.quantity ?? null;
      const received = cameIn.find(({ term }) => term === 'received')?.quantity ?? 0;
      return {
        item,
        cameIn: cameIn.map(found),
        isIn: isIn.map(found),
        difference,
        planned: plan,
        surplus: plan === null ? null : received - plan,
        alarms: alarms.filter((alarm) => alarm.item === item).map(alarmed),
      };
    });
  },
});

const found = ({ term, quantity, events }: TermSum): TermFound => ({ term, quantity, events });

const alarmed = ({ term, lot, place, short, since, postings }: Shortfall): AlarmFound => ({
  term,
  lot,
  draw: place === lot ? null : place,
  short,
  since: moment(since),
  events: postings.map(({ event, type, at, quantity }) => ({ event, what: type, at: moment(at), quantity })),
});
