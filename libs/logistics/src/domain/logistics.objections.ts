import { objectionsOf } from '#kernel';

/** Everything that can stand against a command of logistics, with what a person reads. */
export const logisticsObjections = objectionsOf({
  'logistics.arrived-elsewhere': {
    id: 'Desa ini di luar tujuan pengiriman ({destination}).',
    en: 'This village is not in the destination of the run ({destination}).',
  },
  'logistics.box-already-loaded': { id: 'Kotak ini sudah di atas truk.', en: 'This box is on a truck already.' },
  'logistics.box-already-packed': { id: 'Kotak ini sudah diisi.', en: 'This box has been packed already.' },
  'logistics.box-for-elsewhere': {
    id: 'Kotak ini untuk TPS di luar tujuan pengiriman.',
    en: 'The box is for a station outside of the destination of the run.',
  },
  'logistics.box-in-another-run': {
    id: 'Kotak sudah direncanakan pada pengiriman lain: {boxes}.',
    en: 'Another run is planned to carry these boxes: {boxes}.',
  },
  'logistics.box-not-at-hand': {
    id: 'Kotak ini tidak sedang di gudang, di kantor desa, atau di TPS.',
    en: 'The box is not recorded as in a warehouse, an office or its station.',
  },
  'logistics.box-not-at-office': { id: 'Kotak ini tidak tercatat di kantor desa.', en: 'The box is not recorded as at an office.' },
  'logistics.box-not-away': { id: 'Kotak ini tidak tercatat pernah keluar dari gudang.', en: 'The box is not recorded as having left the warehouse.' },
  'logistics.box-not-known': {
    id: 'Kotak ini belum tercatat, atau sudah dilaporkan hilang.',
    en: 'The box is not recorded anywhere, or was reported lost already.',
  },
  'logistics.box-not-on-this-run': {
    id: 'Kotak ini untuk TPS {station}: bukan muatan pengiriman ini.',
    en: 'The box is for station {station}: it does not belong to this run.',
  },
  'logistics.box-not-sealed': { id: 'Kotak belum disegel, atau segelnya rusak.', en: 'A box is not sealed, or a seal of it is broken.' },
  'logistics.box-not-stray': {
    id: 'TPS {station} ada di dalam tujuan pengiriman ini: kotaknya dimuat, atau dicatat ditolak.',
    en: 'Station {station} is where this run goes: its box is loaded, or recorded as kept off.',
  },
  'logistics.box-of-another-station': { id: 'Kotak ini tercatat untuk TPS {station}.', en: 'This box is recorded for station {station}.' },
  'logistics.box-plan-unchanged': { id: 'Isi kotak ini sudah direncanakan seperti itu.', en: 'The contents of this box are planned already, just like that.' },
  'logistics.box-planned-for-another-run': {
    id: 'Kotak ini muatan pengiriman lain, ke {goesTo}.',
    en: 'Another run is to carry this box, to {goesTo}.',
  },
  'logistics.contradiction-not-standing': { id: 'Pertentangan ini tidak sedang tercatat.', en: 'This contradiction does not stand.' },
  'logistics.contradiction-stands': { id: 'Pertentangan ini sudah tercatat.', en: 'This contradiction has been noticed already.' },
  'logistics.damaged-not-for-use': { id: 'Barang rusak hanya boleh diambil untuk dimusnahkan.', en: 'Damaged goods may only be taken to be destroyed.' },
  'logistics.destruction-already-recorded': { id: 'Pemusnahan ini sudah tercatat.', en: 'This destruction has been recorded already.' },
  'logistics.dispatch-already-planned': { id: 'Pengiriman ini sudah direncanakan.', en: 'This run has been planned already.' },
  'logistics.dispatch-not-arrived': { id: 'Pengiriman ini belum tercatat tiba.', en: 'The run is not recorded as arrived.' },
  'logistics.dispatch-not-going': { id: 'Pengiriman ini belum direncanakan, atau sudah tiba.', en: 'The run is not planned, or has arrived already.' },
  'logistics.dispatch-not-loading': { id: 'Pengiriman ini tidak sedang dimuat.', en: 'The truck of this run is not being loaded.' },
  'logistics.dispatch-not-overdue': { id: 'Pengiriman ini belum melewati batas waktunya.', en: 'The run is not past its time.' },
  'logistics.dispatch-not-under-way': { id: 'Pengiriman ini tidak sedang di jalan.', en: 'The run is not under way.' },
  'logistics.dispatch-to-elsewhere': {
    id: 'Pengiriman ini tercatat dengan tujuan {destination}.',
    en: 'This run is recorded with the destination {destination}.',
  },
  'logistics.draw-already-made': { id: 'Pengambilan ini sudah tercatat.', en: 'This draw has been recorded already.' },
  'logistics.draw-holds-less': {
    id: 'Dari pengambilan ini hanya {out} yang masih di luar: {asked} tidak mungkin kembali.',
    en: 'Only {out} of this draw are still out: {asked} cannot come back.',
  },
  'logistics.draw-missing': {
    id: 'Ada pengambilan yang tidak tercatat untuk ini, atau sudah dikembalikan.',
    en: 'Something was not drawn for this, or was returned.',
  },
  'logistics.draw-not-made': { id: 'Pengambilan ini belum pernah tercatat.', en: 'This draw was never recorded.' },
  'logistics.due-in-the-past': { id: 'Batas waktunya sudah lewat.', en: 'The time by which it is to arrive has passed.' },
  'logistics.fewer-damaged': {
    id: 'Yang rusak di lot ini hanya {available}: {asked} tidak mungkin.',
    en: 'Only {available} of this lot are damaged: {asked} is more than there is.',
  },
  'logistics.item-planned-twice': { id: '{item} disebut dua kali.', en: '{item} is named twice.' },
  'logistics.lot-already-known': { id: 'Nomor lot baru ini sudah dipakai.', en: 'There is a lot of this name already.' },
  'logistics.lot-already-received': { id: 'Lot ini sudah diterima.', en: 'This lot has been received already.' },
  'logistics.lot-already-there': { id: 'Lot ini memang sudah di zona itu.', en: 'This lot lies in that zone already.' },
  'logistics.lot-formed-before': { id: 'Bagian ini sudah menjadi lot.', en: 'This part has become a lot already.' },
  'logistics.lot-holds-less': {
    id: 'Lot ini hanya berisi {available}: {asked} tidak mungkin.',
    en: 'This lot holds only {available}: {asked} is more than there is.',
  },
  'logistics.lot-in-another-warehouse': { id: 'Lot ini ada di gudang lain.', en: 'This lot lies in another warehouse.' },
  'logistics.lot-not-known': { id: 'Lot ini belum pernah diterima.', en: 'This lot was never received.' },
  'logistics.lot-of-another-item': { id: 'Lot ini berisi barang lain: {item}.', en: 'This lot is of something else: {item}.' },
  'logistics.named-not-missing': {
    id: 'Ada kotak yang disebut tertinggal padahal sudah dimuat atau tidak direncanakan.',
    en: 'A box named as missing is on the truck, or was never planned.',
  },
  'logistics.nothing-inspected': {
    id: 'Tidak ada yang diperiksa: sebut berapa yang baik atau rusak.',
    en: 'Nothing was looked at: say how many are good or damaged.',
  },
  'logistics.one-witness-for-two': { id: 'Satu orang tidak dapat menjadi dua saksi.', en: 'One person cannot be two witnesses.' },
  'logistics.overdue-noticed-before': { id: 'Keterlambatan ini sudah tercatat.', en: 'That the run is past this time has been noticed already.' },
  'logistics.photo-already-kept': { id: 'Foto ini sudah disimpan.', en: 'This photograph is kept already.' },
  'logistics.photo-of-no-check': {
    id: 'Tidak ada pemeriksaan zona ini yang menyebut foto itu.',
    en: 'No check of this zone names that photograph.',
  },
  'logistics.planned-boxes-missing': {
    id: 'Ada kotak yang direncanakan tetapi belum dimuat: sebut satu per satu untuk berangkat.',
    en: 'Planned boxes are not on the truck: name each of them to depart.',
  },
  'logistics.quantity-not-as-by-waybill': {
    id: 'Menurut surat jalan {byWaybill}, yang diterima {quantity}.',
    en: 'The waybill says {byWaybill}, what was received is {quantity}.',
  },
  'logistics.requirement-unchanged': { id: 'Kebutuhan ini sudah direncanakan sebanyak itu.', en: 'This requirement is planned already, with this amount.' },
  'logistics.seal-not-on-box': { id: 'Segel ini tidak terpasang pada kotak.', en: 'This seal is not on the box.' },
  'logistics.seal-used-before': { id: 'Nomor segel ini sudah pernah dipakai: {seals}.', en: 'These seal numbers were used before: {seals}.' },
  'logistics.seals-not-as-sealed': {
    id: 'Segel pada kotak bukan segel yang dipasang.',
    en: 'The seals on the box are not those that were put on.',
  },
  'logistics.second-signature-needed': { id: 'Keberangkatan perlu tanda tangan orang kedua.', en: 'A departure needs the signature of a second person.' },
  'logistics.truck-not-as-planned': {
    id: 'Truk, sopir, atau pengawalnya bukan yang direncanakan. Perbedaan ini dicatat.',
    en: 'The truck, its driver or its escort is not the one that was planned. The difference is recorded.',
  },
  'logistics.truck-seals-not-as-departed': {
    id: 'Segel pada truk bukan segel yang dipasang saat berangkat.',
    en: 'The seals on the truck are not those that were put on when it left.',
  },
  'logistics.truck-seals-not-said': {
    id: 'Sebut segel yang dipasang pada pintu truk, atau bahwa truk ini tidak bersegel.',
    en: 'Say which seals were put on the doors of the truck, or that it bears none.',
  },
  'logistics.warehouse-already-registered': { id: 'Gudang ini sudah terdaftar dengan nama {name}.', en: 'This warehouse is registered already, as {name}.' },
  'logistics.warehouse-name-taken': { id: 'Sudah ada gudang bernama {name}.', en: 'There is a warehouse called {name} already.' },
  'logistics.warehouse-not-registered': { id: 'Gudang ini belum terdaftar.', en: 'This warehouse is not registered.' },
  'logistics.witness-missing': { id: 'Saksi belum lengkap: {institutions}.', en: 'A witness is missing: {institutions}.' },
  'logistics.zone-already-added': { id: 'Zona ini sudah terdaftar dengan kode {code}.', en: 'This zone is registered already, as {code}.' },
  'logistics.zone-code-taken': { id: 'Gudang ini sudah punya zona {code}.', en: 'The warehouse already has a zone {code}.' },
  'logistics.zone-not-known': { id: 'Gudang ini tidak punya zona itu.', en: 'The warehouse has no such zone.' },
  'logistics.zone-without-warehouse': { id: 'Sebut gudang dari zona ini.', en: 'Say which warehouse the zone is of.' },
});

export type LogisticsObjection = keyof typeof logisticsObjections;
