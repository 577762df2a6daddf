import { Count, Id, Many, Moment, OrNull, Words } from '#http';
import { fields, moment, numberOf, query, textOf } from '#read-models';
import { sql } from 'kysely';
import { movements } from '../../views/movements.projection.ts';
import { places } from '../../views/places.projection.ts';
import { readers } from '../../views/readers.ts';
import { Signed, signedColumns, signedOf, type SignedRow } from '../../views/signed.ts';

export class GoodsReceiptOf {
  @Id('The lot that the delivery became') lot!: string;
  @Id('The warehouse') warehouse!: string;
}

export class GoodsReceipt {
  @Id('The lot') lot!: string;
  @Id('The warehouse') warehouse!: string;
  @OrNull(Words('Its name')) warehouseName!: string | null;
  @OrNull(Words('The village it stands in')) village!: string | null;
  @OrNull(Words('The zone where it was put: its code and name', { max: 200 })) zone!: string | null;
  @Words('What was delivered') item!: string;
  @Count('How much, as it was counted on arrival') quantity!: number;
  @OrNull(Count('How much the waybill says; null when that was not told')) byWaybill!: number | null;
  @Words('Number of the waybill it came with', { max: 60 }) waybill!: string;
  @Many(Words('Number on a seal, as it was found')) seals!: string[];
  @OrNull(Id('Who brought it')) carrier!: string | null;
  @OrNull(Words('Their name', { max: 120 })) carrierName!: string | null;
  @OrNull(Words('Plate of the vehicle')) vehicle!: string | null;
  @OrNull(Id('Who saw it being received')) witness!: string | null;
  @OrNull(Words('Their name', { max: 120 })) witnessName!: string | null;
  @Moment('When it was received') received!: string;
  @Many(Signed, { description: 'Who received it; one more for whoever told it otherwise' }) signatures!: Signed[];
}

export const goodsReceipt = query(GoodsReceiptOf)({
  name: 'logistics.goods-receipt',
  summary: 'What was received with one delivery: how much of what, with which waybill and seals, who brought it, who saw it and who received it.',
  roles: readers,
  scope: ({ warehouse }) => ({ warehouse }),
  from: [movements, places],
  answers: GoodsReceipt,
  find: ({ lot, warehouse }) => sql<SignedRow & { readonly warehouse_name: string | null; readonly village: string | null; readonly zone: string | null }>`
    select ${signedColumns}, w.name as warehouse_name, w.village,
      (select z.code || ' ' || z.name from zone z where z.warehouse = ${warehouse} and z.zone = json_extract(m.detail, '$.zone')) as zone
    from movement m left join warehouse w on w.warehouse = ${warehouse}
    where m.stream = ${`lot-${lot}`} and m.type = 'logistics.delivery-received.v1' and json_extract(m.detail, '$.warehouse') = ${warehouse}
    order by m.revision`,
  present: (rows, { lot, warehouse }) => {
    const [first] = rows;
    if (!first) return undefined;
    const { item, quantity, byWaybill, waybill, seals, carrier, carrierName, vehicle, witness, witnessName } = fields(first.detail);
    return {
      lot,
      warehouse,
      warehouseName: first.warehouse_name,
      village: first.village,
      zone: first.zone,
      item: textOf(item) ?? '',
      quantity: numberOf(quantity) ?? 0,
      byWaybill: numberOf(byWaybill),
      waybill: textOf(waybill) ?? '',
      seals: Array.isArray(seals) ? seals.filter((seal) => typeof seal === 'string') : [],
      carrier: textOf(carrier),
      carrierName: textOf(carrierName),
      vehicle: textOf(vehicle),
      witness: textOf(witness),
      witnessName: textOf(witnessName),
      received: moment(first.at),
      signatures: rows.map(signedOf),
    };
  },
  reveals: ['carrierName', 'vehicle', 'witnessName'],
});
