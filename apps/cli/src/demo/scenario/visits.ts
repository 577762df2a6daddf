import type { RefusalReason } from '#access';
import type { GuestName } from './guests.ts';
import type { DoorCode, PostName } from './places.ts';
import { idOf } from './scenario.ts';

/** A visit as the night's plan has it; the times are WIB. What is out of the ordinary stands in `events-of-the-night.ts`. */
export interface PlannedVisit {
  readonly guest: GuestName;
  readonly at?: PostName;
  readonly purpose: string;
  readonly came: string;
  readonly minutes: number;
  /** Two minutes after they came, unless it says otherwise. */
  readonly entered?: string;
  readonly badge?: string;
  readonly left?: string;
  /** Turned away instead. */
  readonly refused?: RefusalReason;
  /** Inner doors: which, from when until when. */
  readonly behind?: readonly (readonly [DoorCode, string, string])[];
  readonly host?: string;
  readonly vehicle?: string;
  readonly items?: string;
}

const assembling = 'Merakit kotak suara';
const unloading = 'Membongkar kotak suara';

/* prettier-ignore */
export const visits = {
  // Evening, Pos 1
  v01: { guest: 'suparlan', purpose: 'Menyerahkan surat jalan kotak suara', came: '18:06', minutes: 60, badge: 'T-01', left: '18:52', host: 'Agus Renaldi Tobing', vehicle: 'BG 9917 ZX' },
  v02: { guest: 'darmawan', purpose: 'Kenek truk kotak suara', came: '18:07', minutes: 60, badge: 'T-02', left: '18:53' },
  v03: { guest: 'nurhayati', purpose: 'Serah terima segel dan kotak', came: '18:15', minutes: 180, badge: 'T-03', left: '20:30', items: 'Dua map berita acara' },
  v04: { guest: 'agus', purpose: 'Petugas gudang malam', came: '18:20', minutes: 780, badge: 'T-04', left: '06:20', behind: [['G-K', '18:30', '23:10'], ['G-K', '00:15', '03:06']] },
  v05: { guest: 'melati', purpose: 'Petugas gudang malam', came: '18:25', minutes: 780, badge: 'T-05', left: '06:25', behind: [['G-K', '18:31', '03:07']] },
  v28: { guest: 'darwis', purpose: 'Menanyakan ongkos angkut', came: '18:40', minutes: 60, entered: '18:44', badge: 'T-28', left: '19:10' },
  v06: { guest: 'yusran', purpose: assembling, came: '19:00', minutes: 420, badge: 'T-06', left: '01:20', behind: [['G-A', '19:10', '01:15']] },
  v07: { guest: 'fitri', purpose: assembling, came: '19:01', minutes: 420, badge: 'T-07', left: '01:22', behind: [['G-A', '19:11', '01:16']] },
  v08: { guest: 'dedi', purpose: assembling, came: '19:02', minutes: 420, badge: 'T-08', left: '01:24', behind: [['G-A', '19:12', '01:17']] },
  v09: { guest: 'wulan', purpose: assembling, came: '19:03', minutes: 420, badge: 'T-09', left: '00:40', behind: [['G-A', '19:13', '00:35']] },
  v10: { guest: 'imron', purpose: assembling, came: '19:04', minutes: 420, badge: 'T-10', left: '01:25', behind: [['G-A', '19:14', '01:18']] },
  v11: { guest: 'ros', purpose: 'Mengantar makan malam', came: '19:20', minutes: 45, badge: 'T-12', left: '19:45', items: '32 nasi bungkus' },
  v12: { guest: 'kartini', purpose: 'Mengantar makan malam', came: '19:21', minutes: 45, badge: 'T-13', left: '19:47' },
  v13: { guest: 'bambang', purpose: 'Pengawasan penerimaan logistik', came: '19:30', minutes: 120, badge: 'T-14', left: '21:05', behind: [['G-A', '19:40', '20:50']] },
  v14: { guest: 'lilis', purpose: 'Pengawasan penerimaan logistik', came: '19:31', minutes: 120, badge: 'T-15', left: '21:06', behind: [['G-A', '19:41', '20:51']] },
  v15: { guest: 'hendro', purpose: 'Memperbaiki kamera pengawas', came: '19:50', minutes: 540, badge: 'T-16', left: '04:10', items: 'Tangga, tas perkakas' },
  v16: { guest: 'sofyan', purpose: 'Meliput gudang', came: '20:05', minutes: 30, refused: 'no-business-here' },
  v17: { guest: 'tono', purpose: 'Mencari pekerjaan sortir', came: '20:10', minutes: 30, refused: 'no-document' },
  v18: { guest: 'andika', purpose: 'Mencocokkan nomor segel', came: '20:25', minutes: 120, badge: 'T-18', left: '21:40', host: 'Nurhayati Kesuma', items: 'Tablet pemindai' },
  v19: { guest: 'marwan', purpose: 'Memperbaiki pintu gulung', came: '20:55', minutes: 60, entered: '21:01', badge: 'T-19', left: '21:35', items: 'Mesin las kecil' },
  v20: { guest: 'ujang', purpose: 'Ingin bertemu petugas', came: '21:02', minutes: 15, refused: 'watchlist' },
  // Nothing worked from 21:10 to 21:50: v21 to v24 stand on the page of the paper log.
  v25: { guest: 'rodiah', purpose: 'Membersihkan kantor dan halaman', came: '21:58', minutes: 480, badge: 'T-22', left: '05:40' },
  v26: { guest: 'firman', purpose: 'Memeriksa daftar penerimaan', came: '22:05', minutes: 60, badge: 'T-23', left: '22:58' },
  v27: { guest: 'slamet', purpose: 'Memperbaiki genset', came: '22:12', minutes: 60, badge: 'T-25', left: '23:45', items: 'Aki, oli' },
  v30: { guest: 'neneng', purpose: 'Mengantar obat untuk suami', came: '22:20', minutes: 15, badge: 'T-26', left: '22:29' },
  v31: { guest: 'rizal', purpose: 'Mengambil surat jalan', came: '22:25', minutes: 90, badge: 'T-27', vehicle: 'BG 9934 ZQ' },
  v32: { guest: 'herman', purpose: 'Mengangkut palet', came: '23:05', minutes: 240, badge: 'T-32' },
  v33: { guest: 'herlina', purpose: 'Mengantar makan malam kedua', came: '23:15', minutes: 45, badge: 'T-12', left: '23:40' },
  v34: { guest: 'yanto', purpose: 'Mengantar makan malam kedua', came: '23:16', minutes: 45, badge: 'T-13', left: '23:42' },
  v35: { guest: 'ardiansyah', purpose: 'Pemeriksaan pos jaga', came: '23:20', minutes: 60, badge: 'T-30', left: '23:58' },
  v36: { guest: 'darwisAgain', purpose: 'Mengambil palet kosong', came: '23:35', minutes: 60, badge: 'T-29', left: '23:55' },
  // After midnight, Pos 1
  v37: { guest: 'gunawan', purpose: 'Mengantar formulir C cadangan', came: '00:20', minutes: 60, badge: 'T-31', left: '01:50', behind: [['G-B', '00:28', '01:27']] },
  v38: { guest: 'ramli', purpose: 'Menjemput staf', came: '00:35', minutes: 30, badge: 'T-33', left: '00:58', vehicle: 'BG 9941 ZK' },
  v39: { guest: 'desi', purpose: 'Memeriksa petugas yang pusing', came: '00:50', minutes: 45, badge: 'T-34', left: '01:18', items: 'Tas obat' },
  v40: { guest: 'ibrahim', purpose: 'Menjemput tim rakit', came: '01:02', minutes: 45, badge: 'T-35', left: '01:28' },
  v41: { guest: 'lukman', purpose: 'Memperbaiki jaringan kantor', came: '01:10', minutes: 180, badge: 'T-36', left: '03:58', behind: [['G-K', '01:14', '03:06:30']] },
  // v42 stands in the night's events: nobody recorded it when it happened.
  v43: { guest: 'sahrul', purpose: 'Menangani atap bocor', came: '03:25', minutes: 90, badge: 'T-38', left: '04:20', behind: [['G-B', '03:30', '04:15']] },
  v44: { guest: 'benny', purpose: 'Menangani atap bocor', came: '03:26', minutes: 90, badge: 'T-39', left: '04:22', behind: [['G-B', '03:31', '04:16']] },
  v45: { guest: 'wati', purpose: 'Mencatat formulir yang basah', came: '03:42', minutes: 120, badge: 'T-40', left: '05:05', behind: [['G-B', '03:50', '04:40']] },
  v46: { guest: 'anton', purpose: 'Memasang terpal', came: '03:55', minutes: 60, badge: 'T-41', left: '05:20', items: 'Terpal 6 x 8 m' },
  v55: { guest: 'ros', purpose: 'Mengantar sarapan', came: '05:35', minutes: 45, badge: 'T-12', left: '05:58' },
  v56: { guest: 'nurhayati', purpose: 'Memeriksa gudang sesudah hujan', came: '05:50', minutes: 120, badge: 'T-03', left: '06:40' },
  v57: { guest: 'bambang', purpose: 'Pengawasan pagi', came: '06:05', minutes: 60, badge: 'T-14', left: '06:45' },
  v58: { guest: 'hasnah', purpose: 'Mengambil jadwal kiriman', came: '06:10', minutes: 60, badge: 'T-15', left: '06:50' },
  v59: { guest: 'taufik', purpose: 'Meliput gudang bocor', came: '06:15', minutes: 30, refused: 'order' },
  v60: { guest: 'arif', purpose: 'Menyerahkan surat jalan bilik', came: '06:20', minutes: 60, badge: 'T-01', left: '06:55', vehicle: 'BG 9958 ZL' },
  // Pos 2, the loading yard
  v47: { guest: 'sugeng', at: 'P2', purpose: unloading, came: '18:30', minutes: 90, badge: 'B-02', left: '19:40', vehicle: 'BG 9917 ZX', behind: [['D-A', '18:40', '19:30']] },
  v48: { guest: 'maman', at: 'P2', purpose: unloading, came: '18:31', minutes: 90, badge: 'B-03', left: '19:41', behind: [['D-A', '18:41', '19:31']] },
  v49: { guest: 'torang', at: 'P2', purpose: unloading, came: '20:15', minutes: 60, badge: 'B-04', left: '21:30', vehicle: 'BG 9926 ZT' },
  v50: { guest: 'usep', at: 'P2', purpose: unloading, came: '20:16', minutes: 90, badge: 'B-05', left: '21:31' },
  v51: { guest: 'cecep', at: 'P2', purpose: 'Membongkar bilik suara', came: '23:00', minutes: 120, badge: 'B-06', left: '00:10', vehicle: 'BG 9939 ZM' },
  v29: { guest: 'rizal', at: 'P2', purpose: 'Memuat palet kosong', came: '23:02', minutes: 60, badge: 'B-01', left: '23:50', vehicle: 'BG 9934 ZQ' },
  v52: { guest: 'paijo', at: 'P2', purpose: 'Mencari kayu bekas palet', came: '01:45', minutes: 15, refused: 'closed' },
  v53: { guest: 'rahmat', at: 'P2', purpose: 'Membongkar bilik suara', came: '03:20', minutes: 90, badge: 'B-07', left: '04:30', vehicle: 'BG 9947 ZR' },
  v54: { guest: 'darto', at: 'P2', purpose: 'Membongkar bilik suara', came: '03:21', minutes: 90, badge: 'B-08', left: '04:31' },
  v61: { guest: 'sugeng', at: 'P2', purpose: unloading, came: '05:45', minutes: 60, badge: 'B-02', left: '06:25', vehicle: 'BG 9917 ZX' },
} as const satisfies Readonly<Record<string, PlannedVisit>>;

/** The visits of the page of the paper log, and the one that nobody recorded when it happened. */
export type VisitName = keyof typeof visits | 'v21' | 'v22' | 'v23' | 'v24' | 'v42';

export const visitId = (visit: VisitName): string => idOf('visit', visit);
