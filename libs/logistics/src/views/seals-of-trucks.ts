import { eachOf, jsonList, laterOf, type StepEvent } from '#read-models';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { dispatchArrived } from '../domain/dispatch.ts';
import { forgetDoubts, intoDoubts } from './box-doubt.ts';
import { sortedList } from './sorted-list.ts';

/** A number that was put on a door of a truck. */
export interface TruckSealTable {
  number: string;
  dispatch: string;
  event: string;
  at: number;
  /** Where the run goes. */
  destination: string;
}

type Departing = StepEvent<{ destination: string; seals?: readonly string[] }>;

/** What a truck left with, kept by number: a seal of a box looks whether its number is among them. */
export const truckSealed = ({ subject, id, effectiveAt, data }: Departing): RawBuilder<unknown> =>
  sql`insert into truck_seal (number, dispatch, event, at, destination)
    select n.value, ${subject}, ${id}, ${effectiveAt}, ${data.destination} from ${eachOf(data.seals)} n where true on conflict do nothing`;

/** A truck left or arrived: its seals are compared anew with those of other trucks and of boxes. */
export function sealsOfTruckAgain({ subject, knownFrom }: StepEvent<unknown>): readonly RawBuilder<unknown>[] {
  return [
    forgetDoubts('seal-on-two-trucks', subject),
    sql`${intoDoubts}
      select 'seal-on-two-trucks', ${sortedList(sql`a.number`, sql`a.dispatch`, sql`b.dispatch`)}, ${subject}, iif(a.at > b.at, a.destination, b.destination),
        ${laterOf(sql<number>`a.at`, sql<number>`b.at`)}, ${inTheirOrder('a', 'b')}, ${knownFrom}
      from truck_seal a cross join truck_seal b on b.number = a.number and b.dispatch <> a.dispatch
      where a.dispatch = ${subject} and not ${offTruckBetween('a', 'b')} and not ${offTruckBetween('b', 'a')} on conflict do nothing`,
    forgetDoubts('seal-on-truck-and-box', subject),
    onTruckAndBox(sql`t.dispatch = ${subject}`, { subject, knownFrom }),
  ];
}

/** A box was sealed, or a seal of it broken: its seals are compared anew with those of trucks. */
export function sealsOfBoxAgain({ subject, knownFrom }: StepEvent<unknown>): readonly RawBuilder<unknown>[] {
  return [forgetDoubts('seal-on-truck-and-box', subject), onTruckAndBox(sql`s.box = ${subject}`, { subject, knownFrom })];
}

const onTruckAndBox = (
  which: RawBuilder<unknown>,
  { subject, knownFrom }: Pick<StepEvent<unknown>, 'subject' | 'knownFrom'>,
): RawBuilder<unknown> => sql`${intoDoubts}
  select 'seal-on-truck-and-box', ${sortedList(sql`s.number`, sql`s.box`, sql`t.dispatch`)}, ${subject}, t.destination,
    ${laterOf(sql<number>`t.at`, sql<number>`s.at`)}, ${inTheirOrder('t', 's')}, ${knownFrom}
  from seal s cross join truck_seal t on t.number = s.number
  where ${which} and not ${offTruckBetween('t', 's')} and not ${offBoxBetween('s', 't')} on conflict do nothing`;

const inTheirOrder = (one: string, other: string): RawBuilder<unknown> => {
  const [a, b] = [sql.ref(`${one}.event`), sql.ref(`${other}.event`)];
  return sql`iif(${sql.ref(`${one}.at`)} > ${sql.ref(`${other}.at`)}, ${jsonList(b, a)}, ${jsonList(a, b)})`;
};

/** Whether the seal had come off its truck, which arrived or left again with others, by when the number stood on the other. */
const offTruckBetween = (seal: string, other: string): RawBuilder<boolean> => {
  const [dispatch, from, until] = [sql.ref(`${seal}.dispatch`), sql.ref<number>(`${seal}.at`), sql.ref<number>(`${other}.at`)];
  return sql<boolean>`(exists (select 1 from movement m where m.dispatch = ${dispatch} and m.box is null and m.type = ${sql.lit(dispatchArrived.type)} and ${within('m.at', from, until)})
    or exists (select 1 from departure d where d.dispatch = ${dispatch} and d.seals is not null and d.at <> ${from} and ${within('d.at', from, until)}))`;
};

const offBoxBetween = (seal: string, other: string): RawBuilder<boolean> => {
  const at = within('k.at', sql.ref<number>(`${seal}.at`), sql.ref<number>(`${other}.at`));
  return sql<boolean>`exists (select 1 from seal_break k where k.box = ${sql.ref(`${seal}.box`)} and k.number = ${sql.ref(`${seal}.number`)} and ${at})`;
};

const within = (at: string, from: Expression<number>, until: Expression<number>): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(at)} >= ${from} and ${sql.ref(at)} <= ${until}`;
