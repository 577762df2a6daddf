import { sealed } from '#testing';
import { at, ofLot, projected } from '../../testing/history.ts';
import { delivered, driver, elsewhere, item, lot, supervisor, warehouse } from '../../testing/lots.ts';
import { goodsReceipt } from './goods-receipt.ts';

const circumstances = { actor: { user: supervisor, role: 'dispatcher' as const }, now: at('12:00') };

describe('goods-receipt', () => {
  it('says what came with which waybill, who brought it, who saw it and who received it', async () =>
    expect(await projected(ofLot(delivered(2_000), '08:30')).find(goodsReceipt, { lot, warehouse }, circumstances)).toMatchObject({
      warehouseName: 'Gudang Logistik KPU Kemelak',
      village: '1601141011',
      zone: 'A-1 Surat suara',
      item,
      quantity: 2_000,
      byWaybill: null,
      waybill: 'SJ-2023/11/0147',
      seals: ['KPU-0012345'],
      carrier: driver,
      carrierName: sealed('Sopir Contoh'),
      vehicle: null,
      witnessName: sealed('Saksi Contoh'),
      received: '2023-11-30T08:30:00.000+07:00',
      signatures: [{ what: 'logistics.delivery-received.v1', voice: 'asked', contradicts: [] }],
    }));

  it('keeps what was told first, and names who told it otherwise', async () => {
    const told = projected(
      ofLot(delivered(2_000), '08:30'),
      ofLot(delivered(1_900), '08:31', '09:00', { voice: 'testified', contradicts: ['logistics.lot-already-received'] }),
    );
    expect(await told.find(goodsReceipt, { lot, warehouse }, circumstances)).toMatchObject({
      quantity: 2_000,
      signatures: [{ contradicts: [] }, { voice: 'testified', contradicts: ['logistics.lot-already-received'] }],
    });
  });

  it('tells nothing to whoever names another warehouse', async () =>
    expect(await projected(ofLot(delivered(1), '08:30')).find(goodsReceipt, { lot, warehouse: elsewhere }, circumstances)).toBeUndefined());
});
