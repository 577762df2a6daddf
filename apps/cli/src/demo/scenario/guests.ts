import type { IdentityType } from '#access';
import { idOf } from './scenario.ts';

export interface Guest {
  readonly name: string;
  readonly identityType: IdentityType;
  readonly identityNumber?: string;
  readonly organisation?: string;
}

/** An identity number of district 99 of OKU, which does not exist: nobody has it. */
const ktp = (name: string, born: string, organisation?: string): Guest => ({
  name,
  identityType: 'ktp',
  identityNumber: `160199${born}0001`,
  ...(organisation !== undefined && { organisation }),
});
const sim = (name: string, number: string, organisation?: string): Guest => ({
  name,
  identityType: 'sim',
  identityNumber: `99${number}`,
  ...(organisation !== undefined && { organisation }),
});
const service = (name: string, number: string, organisation: string): Guest => ({ name, identityType: 'service-card', identityNumber: number, organisation });

const kpu = 'Sekretariat KPU Kabupaten OKU';
const assembly = 'Tim rakit kotak suara';
const carrier = 'CV Lintas Ogan Ekspedisi';

/** Invented, and plausible; none of them is a real person. */
export const guests = {
  suparlan: ktp('Suparlan Wirayuda', '110379', carrier),
  darmawan: ktp('Darmawan Putra Lubis', '230698', carrier),
  nurhayati: service('Nurhayati Kesuma', 'KPU-OKU-9903', kpu),
  agus: service('Agus Renaldi Tobing', 'KPU-OKU-9911', kpu),
  melati: service('Melati Anggraini', 'KPU-OKU-9912', kpu),
  yusran: ktp('Yusran Halim Saputra', '090999', assembly),
  fitri: ktp('Fitri Handayani Usman', '540501', assembly),
  dedi: ktp('Dedi Kurnia Pasaribu', '171100', assembly),
  wulan: ktp('Wulan Permata Harahap', '620403', assembly),
  imron: ktp('Imron Syahputra', '280297', assembly),
  ros: ktp('Ros Lestari Amir', '491275', 'Katering Dapur Ogan'),
  kartini: ktp('Kartini Maulida', '610480', 'Katering Dapur Ogan'),
  bambang: service('Bambang Prasetya Noor', 'BWS-OKU-9902', 'Bawaslu Kabupaten OKU'),
  lilis: service('Lilis Suryani Ganda', 'PWS-BTA-9901', 'Panwaslu Kecamatan Baturaja Timur'),
  hendro: ktp('Hendro Wicaksana', '050588', 'CV Mata Lensa Teknik'),
  sofyan: { name: 'Sofyan Malik Rangkuti', identityType: 'press-card', identityNumber: 'RSO-9917', organisation: 'Radio Suara Sungai Ogan' },
  tono: { name: 'Tono Subagja', identityType: 'none' },
  andika: ktp('Andika Surya Manurung', '140190', 'PT Segel Mandiri Khatulistiwa'),
  marwan: ktp('Marwan Effendi Koto', '010184', 'Bengkel Las Karya Kemelak'),
  ujang: ktp('Ujang Sasmita', '300691'),
  zainal: service('Zainal Abidin Pulungan', 'PLN-BTA-9931', 'PLN ULP Baturaja'),
  ratna: service('Ratna Juwita Siregar', 'PLN-BTA-9932', 'PLN ULP Baturaja'),
  eko: ktp('Eko Purnama Jaya', '220896', 'Percetakan Cahaya Baturaja'),
  hasan: ktp('Hasan Basri Nuh', '130768'),
  rodiah: ktp('Siti Rodiah Wahab', '450282', 'Petugas kebersihan gudang'),
  firman: service('Firman Alamsyah Lubay', 'KPU-OKU-9907', kpu),
  slamet: ktp('Slamet Waluyo', '070773', 'Bengkel Genset Tiga Saudara'),
  neneng: ktp('Neneng Kurniasih', '661189'),
  rizal: sim('Rizal Fahmi Dalimunthe', '8805140017', carrier),
  herlina: ktp('Herlina Matondang', '520785', 'Katering Dapur Ogan'),
  yanto: ktp('Yanto Supriatna', '190293', 'Katering Dapur Ogan'),
  darwis: ktp('Darwis Hamzah', '040470', 'Jasa Angkut Pasar Baru'),
  /** The same man with another document; nobody knew at the gate. */
  darwisAgain: sim('Darwis Hamzah', '7004040021', 'Jasa Angkut Pasar Baru'),
  ardiansyah: service('Ardiansyah Pratama Zen', 'RES-OKU-9921', 'Polres OKU'),
  gunawan: ktp('Gunawan Tirta Saleh', '160686', 'Percetakan Cahaya Baturaja'),
  herman: ktp('Herman Susilo Batubara', '250595', 'Jasa Angkut Pasar Baru'),
  ramli: sim('Ramli Kamaludin', '7912030008', kpu),
  desi: service('Desi Rahmawati Yusup', 'PKM-KML-9904', 'Puskesmas Kemelak'),
  ibrahim: ktp('Ibrahim Sakti Nasution', '120681', assembly),
  lukman: service('Lukman Haris Pane', 'KPU-OKU-9915', kpu),
  mulyadi: ktp('Mulyadi Saputra Rambe', '031087', 'Tukang atap'),
  sahrul: service('Sahrul Gunadi Tanjung', 'DMK-OKU-9908', 'Damkar Kabupaten OKU'),
  benny: service('Benny Irawan Sitepu', 'DMK-OKU-9909', 'Damkar Kabupaten OKU'),
  wati: service('Wati Kusumaningrum', 'KPU-OKU-9918', kpu),
  anton: ktp('Anton Wijaya Lintang', '200992', 'Toko Terpal Sumber Hujan'),
  sugeng: sim('Sugeng Riyanto Asih', '7603210011', carrier),
  maman: ktp('Maman Suherli', '080894', carrier),
  torang: sim('Torang Halomoan', '8110090004', carrier),
  usep: ktp('Usep Mulyana', '270497', carrier),
  cecep: sim('Cecep Ruhiyat', '8407150019', 'Angkutan Sinar Lengkiti'),
  paijo: ktp('Paijo Kertarejo', '010166'),
  rahmat: sim('Rahmat Hidayatullah Bey', '9002280013', 'Angkutan Sinar Lengkiti'),
  darto: ktp('Darto Sungkono', '150599', 'Angkutan Sinar Lengkiti'),
  hasnah: service('Hasnah Idris Umar', 'PPK-BTA-9905', 'PPK Baturaja Timur'),
  taufik: { name: 'Taufik Rahmadsyah', identityType: 'press-card', identityNumber: 'KSO-9922', organisation: 'Kabar Sungai Ogan' },
  arif: sim('Arif Budiman Senja', '8609110022', carrier),
} as const satisfies Readonly<Record<string, Guest>>;
export type GuestName = keyof typeof guests;

export const guestId = (guest: GuestName): string => idOf('guest', guest);
