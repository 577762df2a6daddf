import { type RawBuilder, sql } from 'kysely';
import { boxHandedToStation, boxLoaded, boxLossReported, boxPacked, boxReceived, boxReturned } from '../../domain/box.events.ts';
import { surplusDestroyed } from '../../domain/destruction.ts';
import { dispatchDeparted, dispatchPlanned } from '../../domain/dispatch.ts';
import { deliveryReceived, drawReturned, lotDrawn, quantityCorrected } from '../../domain/lot.events.ts';
import type { CorrectionReason } from '../../domain/lot.events.ts';

/** A fact as the table of movements keeps it, with what else must be known to say it in EPCIS. JSON where it says so. */
export interface ToldRow {
  readonly at: number;
  readonly known_from: number;
  readonly stream: string;
  readonly revision: number;
  readonly event: string;
  readonly type: string;
  readonly recorded: number;
  readonly occurred_at: string;
  readonly voice: string;
  readonly contradicts: string | null;
  readonly detail: string;
  /** JSON: what moved the box before, by type and data. */
  readonly moved: string | null;
  /** The warehouse from which the run was planned to leave. */
  readonly leaves: string | null;
  /** JSON: what each draw was of that it names, or that was made for the run, and how much of it was out then. */
  readonly draws: string | null;
  /** The zone in which the lot lay. */
  readonly zone: string | null;
  /** The box that a returned draw had been packed into. */
  readonly packed_into: string | null;
  /** The event that first told of this delivery, or of this draw: any other tells it again, and moves nothing. */
  readonly first: string | null;
  /** JSON: what put the told quantity of a delivery right afterwards. */
  readonly corrections: string | null;
  /** Of a correction: whether its lot's delivery is known. */
  readonly delivered: number | null;
}

/** Corrections that say the delivery was written down wrong; any other says that the lot was counted, or has changed since. */
export const reasonsOfWrongRecord: readonly CorrectionReason[] = ['typing-error', 'waybill-corrected'];

const boxMoves = [boxPacked, boxLoaded, boxReceived, boxHandedToStation, boxReturned, boxLossReported];

const oneOf = (alias: string, types: readonly { readonly type: string }[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.type`)} in (${sql.join(types.map(({ type }) => sql.lit(type)))})`;
const only = <T>(types: readonly { readonly type: string }[], found: RawBuilder<T>): RawBuilder<T | null> =>
  sql<T | null>`case when ${oneOf('m', types)} then ${found} end`;

/** The columns of `ToldRow`, of a movement `m`, by what was known at an instant. */
export function toldColumns(knownAt: number): RawBuilder<unknown> {
  const known = (alias: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(`${alias}.known_from`)} <= ${knownAt}`;
  const movedBefore = sql`(select json_object('type', p.type, 'told', json(p.detail)) from movement p
    where p.box = m.box and p.at <= m.at and (p.at < m.at or p.revision < m.revision) and ${oneOf('p', boxMoves)} and ${known('p')}
    order by p.at desc, p.revision desc limit 1)`;
  const leaves = sql`(select json_extract(p.detail, '$.warehouse') from movement p
    where p.stream = 'dispatch-' || m.dispatch and p.type = ${sql.lit(dispatchPlanned.type)} and ${known('p')} limit 1)`;
  const draw = (lot: RawBuilder<unknown>, named: RawBuilder<unknown>): RawBuilder<unknown> => {
    const posted = sql`from posting p where p.place = ${named} and p.term = 'drawn' and p.lot = ${lot} and ${known('p')}`;
    return sql`json_object('lot', ${lot}, 'draw', ${named}, 'item', (select p.item ${posted} limit 1), 'quantity', (select sum(p.quantity) ${posted} and p.at <= m.at))`;
  };
  const named = sql`(select json_group_array(${draw(sql`json_extract(n.value, '$.lot')`, sql`json_extract(n.value, '$.draw')`)}) from json_each(m.detail, '$.draws') n)`;
  const ofRun = sql`(select json_group_array(${draw(sql`d.lot`, sql`d.draw`)}) from draw d where d.purpose = 'dispatch' and d.bound_for = m.dispatch)`;
  const zone = sql`(select z.zone from lot_zone z where z.lot = substr(m.stream, 5) and z.at <= m.at and ${known('z')} order by z.at desc, z.revision desc limit 1)`;
  const packedInto = sql`(select u.box from draw_use u where u.lot = substr(m.stream, 5) and u.draw = json_extract(m.detail, '$.draw')
    and u.at <= m.at and ${known('u')} order by u.at desc, u.event desc limit 1)`;
  const corrections = sql`(select json_group_array(json(c.told)) from (
    select json_object('event', c.event, 'recorded', c.recorded,
        'more', iif(json_extract(c.detail, '$.direction') = 'more', 1, -1) * json_extract(c.detail, '$.quantity')) as told
      from movement c where c.stream = m.stream and c.type = ${sql.lit(quantityCorrected.type)} and ${known('c')}
        and json_extract(c.detail, '$.reason') in (${sql.join(reasonsOfWrongRecord.map((reason) => sql.lit(reason)))})
      order by c.at, c.known_from, c.revision) c)`;
  const delivered = sql`exists (select 1 from movement d where d.stream = m.stream and d.type = ${sql.lit(deliveryReceived.type)} and ${known('d')})`;
  const first = sql`case m.type when ${sql.lit(deliveryReceived.type)} then (select d.event from delivery d where d.lot = substr(m.stream, 5))
    when ${sql.lit(lotDrawn.type)} then (select p.event from posting p where p.place = json_extract(m.detail, '$.draw') and p.term = 'drawn' and p.quantity > 0
      and p.lot = substr(m.stream, 5) limit 1) end`;
  return sql`m.at, m.known_from, m.stream, m.revision, m.event, m.type, m.recorded, m.occurred_at, m.voice, m.contradicts, m.detail,
    case when m.box is not null then ${movedBefore} end as moved,
    ${only([boxLoaded, dispatchDeparted], leaves)} as leaves,
    coalesce(${only([boxPacked, surplusDestroyed], named)}, ${only([dispatchDeparted], ofRun)}) as draws,
    case when m.warehouse is not null then ${zone} end as zone,
    ${only([drawReturned], packedInto)} as packed_into,
    ${first} as first,
    ${only([deliveryReceived], corrections)} as corrections,
    ${only([quantityCorrected], delivered)} as delivered`;
}
