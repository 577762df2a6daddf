import { paperRoutes, sayMoment, type PaperText, type Writing } from '#paper';
import { type GoodsReceipt, goodsReceipt, GoodsReceiptOf } from '../features/goods-receipt/goods-receipt.ts';
import { numberOf } from './numbers.ts';
import { accountsOf, lastKnown, signaturesOf } from './signatures.ts';
import { called, known, wordsIn } from './words.ts';

export function writeGoodsReceipt(receipt: GoodsReceipt, writing: Writing): PaperText {
  const t = wordsIn(writing.language);
  const { warehouseName, village, warehouse } = receipt;
  const amount = (quantity: number | null): string => known(quantity?.toLocaleString(writing.language) ?? null);
  return {
    title: t('goods-receipt'),
    number: numberOf('BTTB', village ?? '', receipt.lot),
    known: lastKnown(receipt.signatures),
    opening: [],
    facts: [
      {
        label: t('warehouse'),
        value: warehouseName === null || village === null ? warehouse : t('in-village', { name: warehouseName, village: writing.placeOf(village) }),
      },
      { label: t('zone'), value: known(receipt.zone) },
      { label: t('received'), value: sayMoment(receipt.received, writing.language) },
      { label: t('waybillNumber'), value: receipt.waybill },
      { label: t('carrier'), value: known(receipt.carrierName) },
      { label: t('vehicle'), value: known(receipt.vehicle) },
      { label: t('witness'), value: known(receipt.witnessName) },
      { label: t('seals-found'), value: receipt.seals.length === 0 ? t('no-seals') : receipt.seals.join(', ') },
    ],
    tables: [
      {
        title: t('received'),
        columns: [
          { head: t('item'), side: 'left' },
          { head: t('lot'), side: 'left' },
          { head: t('by-waybill'), side: 'right' },
          { head: t('counted'), side: 'right' },
        ],
        rows: [{ cells: [called('item', receipt.item, t), receipt.lot, amount(receipt.byWaybill), amount(receipt.quantity)] }],
      },
    ],
    remarks:
      receipt.byWaybill !== null && receipt.byWaybill !== receipt.quantity
        ? [
            t('unlike-waybill', {
              difference: amount(Math.abs(receipt.quantity - receipt.byWaybill)),
              direction: t(receipt.quantity < receipt.byWaybill ? 'fewer' : 'more'),
            }),
          ]
        : [],
    signatures: signaturesOf(receipt.signatures, warehouseName, writing),
    pens: [t('carrier'), t('pen.receiver'), t('witness')],
  };
}

export const goodsReceiptPaper = paperRoutes(GoodsReceiptOf)({
  name: 'logistics.goods-receipt',
  summary: 'The receipt for a delivery (BTTB).',
  asks: { receipt: goodsReceipt },
  path: ({ lot, warehouse }) => `/gudang/lot/${warehouse}/${lot}`,
  accounts: ({ receipt }) => accountsOf(receipt.signatures),
  areas: ({ receipt: { village, signatures } }) => [village, ...signatures.map((each) => each.village)].filter((each) => each !== null),
  write: ({ receipt }, writing) => writeGoodsReceipt(receipt, writing),
});
