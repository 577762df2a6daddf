import { say, type Language } from '#http';
import type { Details, Sentence } from '#kernel';

/** What stands on documents, Indonesian first. */
const words = {
  waybill: { id: 'Surat jalan', en: 'Waybill' },
  manifest: { id: 'Daftar muatan (manifes)', en: 'Manifest' },
  'run-receipt': { id: 'Bukti tanda terima barang (BTTB): kotak', en: 'Goods receipt (BTTB): boxes' },
  'goods-receipt': { id: 'Bukti tanda terima barang (BTTB)', en: 'Goods receipt (BTTB)' },
  minutes: { id: 'Berita acara pemusnahan', en: 'Minutes of destruction' },
  labels: { id: 'Label kotak', en: 'Box labels' },

  number: { id: 'No.', en: 'No.' },
  run: { id: 'Pengiriman', en: 'Run' },
  from: { id: 'Dari gudang', en: 'From the warehouse' },
  warehouse: { id: 'Gudang', en: 'Warehouse' },
  zone: { id: 'Zona', en: 'Zone' },
  'in-village': { id: '{name}, desa/kelurahan {village}', en: '{name}, village {village}' },
  destination: { id: 'Tujuan', en: 'Destination' },
  vehicle: { id: 'Nomor polisi kendaraan', en: 'Plate of the vehicle' },
  driver: { id: 'Pengemudi', en: 'Driver' },
  escort: { id: 'Pengawal', en: 'Escort' },
  nobody: { id: 'tidak ada', en: 'nobody' },
  'truck-seals': { id: 'Segel pintu truk', en: 'Seals of the truck' },
  'unlike-planned': { id: '{found} (direncanakan: {planned})', en: '{found} (planned: {planned})' },
  planned: { id: 'Direncanakan', en: 'Planned' },
  due: { id: 'Harus tiba sebelum', en: 'To arrive before' },
  departed: { id: 'Berangkat', en: 'Left' },
  'not-departed': { id: 'Belum berangkat', en: 'Has not left' },
  status: { id: 'Keadaan', en: 'State' },
  'status.planned': { id: 'direncanakan', en: 'planned' },
  'status.under-way': { id: 'dalam perjalanan', en: 'under way' },
  'status.arrived': { id: 'tiba', en: 'arrived' },
  boxes: { id: 'Jumlah kotak', en: 'Boxes' },
  'boxes-of-plan': { id: '{boxes} dari {planned} yang direncanakan', en: '{boxes} of {planned} planned' },
  load: { id: 'Muatan saat berangkat', en: 'Load when it left' },
  'load-planned': { id: 'Muatan menurut rencana', en: 'Load as planned' },
  village: { id: 'Desa/kelurahan', en: 'Village' },
  station: { id: 'TPS', en: 'Station' },
  contest: { id: 'Pemilihan', en: 'Election' },
  code: { id: 'Kode kotak', en: 'Code of the box' },
  seals: { id: 'Segel', en: 'Seals' },
  'seals-found': { id: 'Segel saat diterima', en: 'Seals as found' },
  missing: { id: 'Direncanakan tetapi tidak dimuat', en: 'Planned but not loaded' },
  lines: { id: 'Kotak dan segelnya', en: 'Boxes and their seals' },
  'line.not-loaded': { id: 'tidak dimuat', en: 'not loaded' },
  'line.on-truck': { id: 'di truk', en: 'on the truck' },
  'line.received': { id: 'diterima', en: 'received' },
  'line.gone-on': { id: 'sudah lanjut', en: 'gone on' },
  'line.lost': { id: 'hilang', en: 'lost' },
  'line.unplanned': { id: '{state}, di luar rencana', en: '{state}, not planned' },
  received: { id: 'Diterima', en: 'Received' },
  'received-lines': { id: 'Kotak yang diterima', en: 'Boxes received' },
  'not-received': { id: 'Dimuat tetapi belum diterima', en: 'Loaded but not received' },
  'seal-mismatch': {
    id: 'Segel kotak {code} (TPS {station}) tidak cocok: dipasang {sealed}; ditemukan {found}.',
    en: 'Seals of box {code} (station {station}) do not fit: put on {sealed}; found {found}.',
  },
  'no-mismatch': { id: 'Semua segel cocok dengan yang dipasang.', en: 'All seals are those that were put on.' },
  'no-seals': { id: 'tidak ada', en: 'none' },
  item: { id: 'Barang', en: 'Item' },
  quantity: { id: 'Jumlah', en: 'Quantity' },
  'by-waybill': { id: 'Menurut surat jalan', en: 'By the waybill' },
  counted: { id: 'Dihitung saat diterima', en: 'Counted on arrival' },
  'unlike-waybill': { id: 'Dihitung {difference} {direction} dari surat jalan.', en: '{difference} {direction} were counted than the waybill says.' },
  fewer: { id: 'lebih sedikit', en: 'fewer' },
  more: { id: 'lebih banyak', en: 'more' },
  waybillNumber: { id: 'Nomor surat jalan pengirim', en: "Sender's waybill" },
  carrier: { id: 'Pengantar', en: 'Carrier' },
  witness: { id: 'Saksi', en: 'Witness' },
  lot: { id: 'Lot', en: 'Lot' },
  'minutes-opening': {
    id: 'Pada {day} pukul {clock} WIB di desa/kelurahan {village} telah dimusnahkan barang di bawah ini, disaksikan oleh wakil KPU, Bawaslu, dan Polri.',
    en: 'On {day} at {clock} WIB in village {village} the goods below were destroyed, witnessed by KPU, Bawaslu and Polri.',
  },
  destroyed: { id: 'Yang dimusnahkan', en: 'What was destroyed' },
  'item.ballot-president': { id: 'Surat suara Presiden', en: 'Ballots, President' },
  'item.ballot-dpr': { id: 'Surat suara DPR', en: 'Ballots, DPR' },
  'item.ballot-dpd': { id: 'Surat suara DPD', en: 'Ballots, DPD' },
  'item.ballot-dprd-province': { id: 'Surat suara DPRD provinsi', en: 'Ballots, DPRD of the province' },
  'item.ballot-dprd-regency': { id: 'Surat suara DPRD kabupaten', en: 'Ballots, DPRD of the regency' },
  'item.booth': { id: 'Bilik suara', en: 'Booths' },
  'item.form-set': { id: 'Set formulir', en: 'Sets of forms' },
  'item.ink': { id: 'Tinta', en: 'Ink' },
  'item.punching-tool': { id: 'Alat coblos', en: 'Punching tools' },
  'item.seal': { id: 'Segel kertas', en: 'Paper seals' },
  'contest.president': { id: 'Presiden', en: 'President' },
  'contest.dpr': { id: 'DPR', en: 'DPR (national)' },
  'contest.dpd': { id: 'DPD', en: 'DPD (senate)' },
  'contest.dprd-province': { id: 'DPRD provinsi', en: 'DPRD, province' },
  'contest.dprd-regency': { id: 'DPRD kabupaten', en: 'DPRD, regency' },
  'signed-as': { id: 'sebagai {role}', en: 'as {role}' },
  'signed-at': { id: '{when}, {place}', en: '{when}, {place}' },
  testified: { id: 'diceritakan belakangan, tercatat {recorded}', en: 'told later, recorded {recorded}' },
  contradicts: { id: 'bertentangan: {codes}', en: 'contradicts: {codes}' },
  'consent.pin': { id: 'menyetujui dengan PIN', en: 'consented by PIN' },
  'consent.device': { id: 'menyetujui dari perangkatnya sendiri', en: 'consented from their own device' },
  'for.logistics.dispatch-planned.v1': { id: 'Merencanakan', en: 'Planned it' },
  'for.logistics.dispatch-departed.v1': { id: 'Melepas truk', en: 'Let the truck go' },
  'for.logistics.dispatch-arrived.v1': { id: 'Mencatat kedatangan', en: 'Told of the arrival' },
  'for.logistics.box-received.v1': { id: 'Menerima kotak', en: 'Received boxes' },
  'for.logistics.delivery-received.v1': { id: 'Menerima barang', en: 'Received the goods' },
  'for.logistics.surplus-destroyed.v1': { id: 'Mencatat pemusnahan', en: 'Recorded the destruction' },
  'for.second': { id: 'Orang kedua', en: 'Second person' },
  'for.witness': { id: 'Saksi {institution}', en: 'Witness for {institution}' },
  'pen.sender': { id: 'Yang menyerahkan', en: 'Handed over by' },
  'pen.receiver': { id: 'Yang menerima', en: 'Received by' },
  'role.guard': { id: 'petugas jaga', en: 'guard' },
  'role.squad-leader': { id: 'danru', en: 'squad leader' },
  'role.dispatcher': { id: 'petugas gudang', en: 'dispatcher' },
  'role.station-officer': { id: 'petugas TPS', en: 'station officer' },
  'role.commander': { id: 'komandan', en: 'commander' },
  'role.investigator': { id: 'penyidik', en: 'investigator' },
  'role.supervisor': { id: 'pengawas', en: 'supervisor' },
  'role.admin': { id: 'admin', en: 'admin' },
  unknown: { id: '—', en: '—' },
} as const satisfies Readonly<Record<string, Sentence>>;

type Key = keyof typeof words;
const isKey = (key: string): key is Key => key in words;

export interface Say {
  (key: Key, details?: Details): string;
  /** What a code is called; the code itself when it has no name here. */
  readonly code: (group: 'role' | 'for' | 'item' | 'contest', code: string) => string;
}

export function wordsIn(language: Language): Say {
  const sentence = (key: Key, details?: Details): string => say(words[key], language, details);
  return Object.assign(sentence, {
    code: (group: string, code: string): string => {
      const key = `${group}.${code}`;
      return isKey(key) ? sentence(key) : code;
    },
  });
}

/** A dash where nothing is known. */
export const known = (value: string | number | null): string => (value === null || value === '' ? '—' : String(value));

/** What an item or an election is called; a dash where nothing is known. */
export const called = (group: 'item' | 'contest', code: string | null, t: Say): string => (code === null ? known(null) : t.code(group, code));
