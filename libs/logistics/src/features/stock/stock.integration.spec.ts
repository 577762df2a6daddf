import { lotMoved } from '../../domain/lot.events.ts';
import { at, ofLot, projected } from '../../testing/history.ts';
import { backRoom, damaged, delivered, drawn, drawnDamaged, driver, elsewhere, item, lot, warehouse, zone } from '../../testing/lots.ts';
import { stock } from './stock.ts';

const circumstances = { actor: { user: driver, role: 'dispatcher' as const }, now: at('23:00') };
const kemelak = projected(
  ofLot(delivered(500), '08:00'),
  ofLot(drawn(1, 200), '09:00'),
  ofLot(damaged(70), '09:10'),
  ofLot(drawnDamaged(3, 30), '09:20'),
  ofLot(lotMoved({ warehouse, item, zone: backRoom }), '10:00', '12:00'),
  ofLot(drawn(2, 400), '11:00', '13:00', { contradicts: ['logistics.lot-holds-less'] }),
);

describe('stock', () => {
  it('says how much of each lot is there, and where it lies', async () =>
    expect(await kemelak.find(stock, { warehouse, at: at('10:30') }, circumstances)).toEqual([
      { lot, item, waybill: 'SJ-2023/11/0147', zone: backRoom, quantity: 230, damaged: 40, short: false },
    ]));

  it('says it as it was known', async () =>
    expect(await kemelak.find(stock, { warehouse, at: at('10:30'), knownAt: at('11:00') }, circumstances)).toMatchObject([{ zone, quantity: 230 }]));

  it('never says less than nothing, but that more was taken than there was', async () =>
    expect(await kemelak.find(stock, { warehouse, item }, circumstances)).toMatchObject([{ quantity: 0, short: true }]));

  it('knows nothing of what lies elsewhere', async () => {
    expect(await kemelak.find(stock, { warehouse: elsewhere }, circumstances)).toEqual([]);
    expect(await kemelak.find(stock, { warehouse, item: 'ink' }, circumstances)).toEqual([]);
  });
});
