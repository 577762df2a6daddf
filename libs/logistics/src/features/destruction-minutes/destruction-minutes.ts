import { Count, Id, Many, Moment, OneOf, OrNull, Words } from '#http';
import { fields, moment, query, textOf } from '#read-models';
import { sql } from 'kysely';
import { witnessingInstitutions, type WitnessingInstitution } from '../../domain/destruction.ts';
import { movements } from '../../views/movements.projection.ts';
import { readers } from '../../views/readers.ts';
import { Signed, signedColumns, signedOf, type SignedRow } from '../../views/signed.ts';
import { stock } from '../../views/stock.projection.ts';
import { villageCode } from '../of-box.ts';

export class DestructionMinutesOf {
  @Id('The destruction') destruction!: string;
  @Words('The village where it happened', { pattern: villageCode, example: '1601141011' }) village!: string;
}

export class QuantityDestroyed {
  @Id('The lot it was drawn from') lot!: string;
  @Id('The draw') draw!: string;
  @OrNull(Words('What it is')) item!: string | null;
  @OrNull(Words('Number of the waybill it came with', { max: 60 })) waybill!: string | null;
  @Count('How much') quantity!: number;
}

export class WitnessNamed {
  @OneOf('For which institution', witnessingInstitutions) institution!: WitnessingInstitution;
  @Id('Who') person!: string;
  @OrNull(Words('Their name', { max: 120 })) name!: string | null;
}

export class DestructionMinutes {
  @Id('The destruction') destruction!: string;
  @Words('The village where it happened') village!: string;
  @Words('Number of the minutes', { max: 60 }) minutes!: string;
  @Moment('When it happened') at!: string;
  @Many(QuantityDestroyed) destroyed!: QuantityDestroyed[];
  @Many(WitnessNamed, { max: 20 }) witnesses!: WitnessNamed[];
  @Many(Signed) signatures!: Signed[];
}

export const destructionMinutes = query(DestructionMinutesOf)({
  name: 'logistics.destruction-minutes',
  summary: 'The minutes of a lawful destruction: what was destroyed, how much of it, before which witnesses, and who recorded it.',
  roles: readers,
  scope: ({ village }) => ({ area: village }),
  from: [movements, stock],
  answers: DestructionMinutes,
  find: ({ destruction, village }) => {
    const told = sql`from movement m where m.stream = ${`destruction-${destruction}`} and m.type = 'logistics.surplus-destroyed.v1'
      and json_extract(m.detail, '$.village') = ${village}`;
    return {
      told: sql<SignedRow>`select ${signedColumns} ${told} order by m.revision`,
      destroyed: sql<QuantityDestroyed>`
        with named as (select json_extract(n.value, '$.lot') as lot, json_extract(n.value, '$.draw') as draw, f.at
          from (select m.detail, m.at ${told} order by m.revision limit 1) f, json_each(f.detail, '$.draws') n)
        select n.lot, n.draw, p.item, (select d.waybill from delivery d where d.lot = n.lot) as waybill,
          coalesce((select sum(q.quantity) from posting q where q.warehouse = p.warehouse and q.item = p.item and q.term = 'drawn' and q.place = n.draw
            and q.lot = n.lot and q.at <= n.at), 0) as quantity
        from named n left join posting p on p.place = n.draw and p.lot = n.lot and p.term = 'drawn' and p.quantity > 0
        order by p.item, n.lot, n.draw`,
    };
  },
  present: ({ told: [first, ...others], destroyed }, { destruction, village }) => {
    if (!first) return undefined;
    const { minutes, witnesses } = fields(first.detail);
    return {
      destruction,
      village,
      minutes: textOf(minutes) ?? '',
      at: moment(first.at),
      destroyed: destroyed.map(({ lot, draw, item, waybill, quantity }) => ({ lot, draw, item, waybill, quantity: Math.max(0, quantity) })),
      witnesses: Array.isArray(witnesses) ? witnesses.flatMap(witnessOf) : [],
      signatures: [first, ...others].map(signedOf),
    };
  },
  reveals: ['witnesses.name'],
});

function witnessOf(told: unknown): WitnessNamed[] {
  if (typeof told !== 'object' || told === null) return [];
  const { institution, person, name }: { institution?: unknown; person?: unknown; name?: unknown } = told;
  const known = witnessingInstitutions.find((each) => each === institution);
  return known && typeof person === 'string' ? [{ institution: known, person, name: textOf(name) }] : [];
}
