import type { Asked, Instant } from '#kernel';
import { openWatch as open, type Watch } from '#testing';
import { packBox } from '../features/pack-box/pack-box.ts';
import type { PlanDispatch } from '../features/plan-dispatch/plan-dispatch.ts';
import { sealBox } from '../features/seal-box/seal-box.ts';
import '../logistics.module.ts';
import { formSplitLots } from '../processes/form-split-lots.ts';
import { noticeBoxContradictions } from '../processes/notice-box-contradictions.ts';
import { noticeOverdueDispatches } from '../processes/notice-overdue-dispatches.ts';
import { addZone } from '../features/add-zone/add-zone.ts';
import { drawFromLot } from '../features/draw-from-lot/draw-from-lot.ts';
import { receiveDelivery } from '../features/receive-delivery/receive-delivery.ts';
import { registerWarehouse } from '../features/register-warehouse/register-warehouse.ts';
import { boxId, destination, draw, kemelak, lot, person, run, station, village, zone } from './boxes.ts';

const projections = new URL(`../views/projections${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;

/** For so long may boxes stand on a truck that has arrived. */
export const receiptGrace = 2 * 3_600_000;

/** Logistics at work. */
export const openWatch = (start: Instant): Promise<Watch> =>
  open({ context: 'logistics', projections, processes: [formSplitLots, noticeOverdueDispatches, noticeBoxContradictions({ receiptGrace })] }, start);

export const dispatcher = person(21);

/** The warehouse with one zone and one lot of ballots in it. */
export async function supplied(watch: Watch, quantity = 10_000, byWaybill = quantity): Promise<void> {
  await watch.tell(dispatcher, registerWarehouse, { warehouse: kemelak, village, name: 'Gudang Kemelak' });
  await watch.tell(dispatcher, addZone, { warehouse: kemelak, zone, code: 'A-1', name: 'Kotak' });
  await watch.tell(dispatcher, receiveDelivery, {
    warehouse: kemelak,
    lot,
    item: 'ballot-president',
    quantity,
    zone,
    waybill: 'SJ-1',
    byWaybill,
    seals: [],
    carrier: person(22),
    carrierName: { value: 'Pengangkut Contoh' },
    witness: person(23),
    witnessName: { value: 'Saksi Contoh' },
  });
}

export const drawing = (number: number, boundFor: string, purpose: 'box' | 'destruction' = 'box') =>
  ({ warehouse: kemelak, lot, item: 'ballot-president', draw: draw(number), quantity: 300, purpose, boundFor }) as const;

/** A box that stands in the warehouse, packed and sealed. */
export async function ready(watch: Watch, number: number, ...seals: string[]): Promise<void> {
  const box = boxId(number);
  await watch.tell(dispatcher, drawFromLot, drawing(number, box));
  await watch.tell(dispatcher, packBox, { box, station, contest: 'president', warehouse: kemelak, zone, draws: [{ lot, draw: draw(number) }] });
  await watch.tell(dispatcher, sealBox, { box, station, seals });
}

export const planOf = (due: Instant, ...boxes: string[]): Asked<PlanDispatch> => ({
  dispatch: run,
  destination,
  warehouse: kemelak,
  vehicle: { value: 'BG 1234 FZ' },
  driver: person(3),
  driverName: { value: 'Sopir Contoh' },
  escort: [person(4)],
  boxes,
  due,
});
