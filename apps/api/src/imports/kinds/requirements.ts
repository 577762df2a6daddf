import { planRequirement } from '#logistics';
import { RowRefused } from '../faults.ts';
import type { ImportKind } from './kind.ts';
import { needed, wholeIn } from './station-code.ts';

/** What a warehouse must send out in all: a row an item. */
export const requirements: ImportKind = {
  records: planRequirement,
  columns: {
    warehouse: ['gudang', 'nama_gudang'],
    item: ['barang', 'kode_barang', 'jenis_barang'],
    quantity: ['jumlah', 'kuantitas', 'banyaknya'],
    basis: ['dasar', 'dasar_hukum', 'keputusan'],
  },
  needed: [['warehouse'], ['item'], ['quantity'], ['basis']],
  withItems: false,
  unchanged: 'logistics.requirement-unchanged',
  wishesOf: (values, { warehouseNamed }) => {
    const name = needed(values, 'warehouse');
    const item = needed(values, 'item').toLowerCase();
    const warehouse = warehouseNamed(name);
    if (warehouse === undefined) throw new RowRefused('warehouse', 'unknown-warehouse');
    const fields = { warehouse, item, quantity: wholeIn(needed(values, 'quantity'), 'quantity'), basis: needed(values, 'basis') };
    return [
      { slice: planRequirement, fields, about: `${name}, ${item}`, from: { warehouse: 'warehouse', item: 'item', quantity: 'quantity', basis: 'basis' } },
    ];
  },
};
