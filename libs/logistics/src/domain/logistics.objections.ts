import { objectionsOf } from '#kernel';

/** Everything that can stand against a command of logistics, with what a person reads. */
export const logisticsObjections = objectionsOf({
  'logistics.draw-already-made': { id: 'Pengambilan ini sudah tercatat.', en: 'This draw has been recorded already.' },
  'logistics.draw-holds-less': {
    id: 'Dari pengambilan ini hanya {out} yang masih di luar: {asked} tidak mungkin kembali.',
    en: 'Only {out} of this draw are still out: {asked} cannot come back.',
  },
  'logistics.draw-not-made': { id: 'Pengambilan ini belum pernah tercatat.', en: 'This draw was never recorded.' },
  'logistics.lot-already-received': { id: 'Lot ini sudah diterima.', en: 'This lot has been received already.' },
  'logistics.lot-already-there': { id: 'Lot ini memang sudah di zona itu.', en: 'This lot lies in that zone already.' },
  'logistics.lot-holds-less': {
    id: 'Lot ini hanya berisi {available}: {asked} tidak mungkin.',
    en: 'This lot holds only {available}: {asked} is more than there is.',
  },
  'logistics.lot-in-another-warehouse': { id: 'Lot ini ada di gudang lain.', en: 'This lot lies in another warehouse.' },
  'logistics.lot-not-known': { id: 'Lot ini belum pernah diterima.', en: 'This lot was never received.' },
  'logistics.lot-of-another-item': { id: 'Lot ini berisi barang lain: {item}.', en: 'This lot is of something else: {item}.' },
  'logistics.nothing-inspected': {
    id: 'Tidak ada yang diperiksa: sebut berapa yang baik atau rusak.',
    en: 'Nothing was looked at: say how many are good or damaged.',
  },
  'logistics.requirement-unchanged': { id: 'Kebutuhan ini sudah direncanakan sebanyak itu.', en: 'This requirement is planned already, with this amount.' },
  'logistics.warehouse-already-registered': { id: 'Gudang ini sudah terdaftar dengan nama {name}.', en: 'This warehouse is registered already, as {name}.' },
  'logistics.warehouse-name-taken': { id: 'Sudah ada gudang bernama {name}.', en: 'There is a warehouse called {name} already.' },
  'logistics.warehouse-not-registered': { id: 'Gudang ini belum terdaftar.', en: 'This warehouse is not registered.' },
  'logistics.zone-already-added': { id: 'Zona ini sudah terdaftar dengan kode {code}.', en: 'This zone is registered already, as {code}.' },
  'logistics.zone-code-taken': { id: 'Gudang ini sudah punya zona {code}.', en: 'The warehouse already has a zone {code}.' },
  'logistics.zone-not-known': { id: 'Gudang ini tidak punya zona itu.', en: 'The warehouse has no such zone.' },
});

export type LogisticsObjection = keyof typeof logisticsObjections;
