import type { Page } from 'playwright-core';
import { planBox } from './plan-box.ts';
import type { Mode, Size } from './world.ts';

const post = '7e7a8959-08fd-5409-9e62-3accb928b884';
const destruction = '/gudang/destruction/1601141011/34b202fe-adc5-5238-ab8d-61daaff03029';

/** What pictures are taken of. */
export interface Pictured {
  readonly name: string;
  readonly sizes: readonly Size[];
  /** In which modes its picture is taken; default light. */
  readonly pictured?: readonly Mode[];
}

/** A screen to look at: who sees it, where it is, and what to wait for. */
export interface Screen extends Pictured {
  readonly role: string;
  readonly path: string;
  /** Brings it into the state that is worth a look. */
  readonly prepare?: (page: Page) => Promise<void>;
  readonly ready: string | RegExp;
  /** Brings the world back to how the next screen wants it. */
  readonly afterwards?: (page: Page) => Promise<void>;
}

/** The names of the pictures of a screen. */
export const picturesOf = ({ name, sizes, pictured = ['light'] }: Pictured): readonly string[] =>
  sizes.flatMap((size) => pictured.map((mode) => pictureName(name, size, mode)));

export const pictureName = (name: string, size: Size, mode: Mode): string => [name, size, ...(mode === 'light' ? [] : [mode])].join('.');

/** What loading.browser.spec.ts comes to with a truck. */
export const screensOfATruck = {
  load: { name: 'load', sizes: ['phone'], pictured: ['light', 'night'] },
  wrong: { name: 'load-wrong', sizes: ['phone', 'desktop'], pictured: ['light', 'night'] },
  stranger: { name: 'load-stranger', sizes: ['phone', 'desktop'], pictured: ['light', 'night'] },
  nameless: { name: 'load-nameless', sizes: ['phone'] },
  depart: { name: 'depart', sizes: ['phone'], pictured: ['light', 'night'] },
  run: { name: 'run-left', sizes: ['phone', 'desktop'], pictured: ['light', 'night'] },
  checkpoint: { name: 'checkpoint', sizes: ['phone'] },
  delay: { name: 'delay', sizes: ['phone'] },
  arrive: { name: 'arrive', sizes: ['phone'] },
  receive: { name: 'receive', sizes: ['phone'] },
  mismatch: { name: 'receive-mismatch', sizes: ['phone'], pictured: ['light', 'night'] },
  lost: { name: 'receive-lost', sizes: ['phone'], pictured: ['light', 'dark'] },
} satisfies Readonly<Record<string, Pictured>>;

const dialog = (page: Page) => page.getByRole('dialog');

export const screens: readonly Screen[] = [
  { name: 'sign-in', role: '', path: '/', sizes: ['phone', 'desktop'], ready: 'Demonstrasi' },
  { name: 'post', role: 'guard', path: `/post/${post}`, sizes: ['phone', 'desktop'], ready: /Nurhayati|Tamu Langsung/, pictured: ['light', 'night'] },
  { name: 'check-in', role: 'guard', path: `/post/${post}/in`, sizes: ['phone'], ready: 'Tamu baru' },
  {
    name: 'check-in-known',
    role: 'guard',
    path: `/post/${post}/in`,
    sizes: ['phone', 'desktop'],
    ready: 'Keperluan',
    prepare: async (page) => page.getByRole('button', { name: /Arif Budiman/ }).click(),
  },
  {
    name: 'check-in-new',
    role: 'guard',
    path: `/post/${post}/in`,
    sizes: ['phone'],
    ready: 'Kartu yang ditunjukkan',
    prepare: async (page) => page.getByRole('button', { name: 'Tamu baru' }).click(),
  },
  {
    name: 'card-photo',
    role: 'guard',
    path: `/post/${post}`,
    sizes: ['phone', 'desktop'],
    ready: 'Difoto',
    prepare: async (page) => {
      await page.getByRole('link', { name: /Darmawi Yusuf/ }).click();
      await page.getByRole('button', { name: 'Lihat foto kartu' }).click();
      await page.getByAltText(/Foto kartu Darmawi/).waitFor();
    },
  },
  { name: 'check-out', role: 'guard', path: `/post/${post}/out`, sizes: ['phone'], ready: 'Ketuk tamu' },
  {
    name: 'visit',
    role: 'guard',
    path: `/post/${post}`,
    sizes: ['phone', 'desktop'],
    ready: 'Yang tercatat',
    prepare: async (page) => page.locator('a.person').last().click(),
  },
  { name: 'doors', role: 'guard', path: `/post/${post}/doors`, sizes: ['phone'], ready: 'Gudang A' },
  {
    name: 'lock',
    role: 'guard',
    path: `/post/${post}/doors`,
    sizes: ['phone'],
    ready: 'kejadian',
    prepare: async (page) => page.getByRole('button', { name: 'Kunci G-0' }).click(),
  },
  {
    name: 'correct',
    role: 'guard',
    path: `/post/${post}`,
    sizes: ['phone'],
    ready: 'Catat koreksi',
    prepare: async (page) => {
      await page.locator('a.person').last().click();
      await page.getByRole('button', { name: 'Koreksi' }).click();
      await dialog(page).getByLabel('Yang salah').selectOption('badge');
    },
  },
  { name: 'sheet', role: 'guard', path: `/post/${post}/sheet`, sizes: ['phone', 'desktop'], ready: 'Cetak' },
  { name: 'paper', role: 'guard', path: `/post/${post}/paper`, sizes: ['phone', 'desktop'], ready: 'Tambah baris' },
  { name: 'shift', role: 'guard', path: `/post/${post}/shift`, sizes: ['phone'], ready: /Siapa (berjaga|di dalam)/ },
  {
    name: 'hand-over',
    role: 'guard',
    path: `/post/${post}/shift`,
    sizes: ['phone'],
    ready: 'Tercatat di dalam, tidak Anda akui',
    prepare: async (page) => {
      await page.getByRole('checkbox', { name: 'Iwan Setiabudi' }).click();
      await page.getByRole('button', { name: 'Serahkan jaga' }).click();
    },
  },
  {
    name: 'muster',
    role: 'guard',
    path: `/post/${post}`,
    sizes: ['phone'],
    ready: 'Apel darurat',
    prepare: async (page) => page.getByRole('link', { name: /Apel darurat berlangsung/ }).click(),
  },
  {
    name: 'post-offline',
    role: 'guard',
    path: `/post/${post}`,
    sizes: ['phone'],
    ready: 'tanpa jaringan',
    pictured: ['night'],
    prepare: async (page) => {
      await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
      await page.context().setOffline(true);
      await page.reload();
      await page.locator('a.person').first().waitFor();
    },
    afterwards: async (page) => page.context().setOffline(false),
  },
  { name: 'phone', role: 'guard', path: '/phone', sizes: ['phone'], ready: /Ponsel ini/ },
  { name: 'trust', role: 'guard', path: '/trust', sizes: ['phone', 'desktop'], ready: /sertifikat/ },
  { name: 'squad', role: 'squad-leader', path: `/post/${post}/squad`, sizes: ['phone'], ready: 'Pos saya' },
  { name: 'watchlist', role: 'squad-leader', path: `/post/${post}/squad/watchlist`, sizes: ['phone', 'desktop'], ready: 'Ujang' },
  { name: 'people', role: 'squad-leader', path: `/post/${post}/squad/people`, sizes: ['phone'], ready: 'Kode gawai' },
  {
    name: 'enrolment-code',
    role: 'squad-leader',
    path: `/post/${post}/squad/people`,
    sizes: ['phone'],
    ready: 'Tutup',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Kode gawai untuk jaga-02' }).click();
      await page.getByRole('img', { name: 'Kode QR' }).waitFor();
    },
  },
  { name: 'shifts', role: 'squad-leader', path: `/post/${post}/squad/shifts`, sizes: ['phone'], ready: /Kam|Jum/ },
  {
    name: 'merge',
    role: 'squad-leader',
    path: `/post/${post}`,
    sizes: ['phone', 'desktop'],
    ready: 'Bagaimana diketahui',
    prepare: async (page) => {
      await page.locator('a.person').last().click();
      await page.getByRole('button', { name: 'Orang yang sama' }).click();
      await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click();
    },
  },
  { name: 'marked', role: 'squad-leader', path: `/post/${post}/squad/marked`, sizes: ['phone', 'desktop'], ready: 'Ponselnya sudah dicabut.' },
  {
    name: 'watchlist-hit',
    role: 'squad-leader',
    path: `/post/${post}/in`,
    sizes: ['phone'],
    ready: 'Mengapa tetap diizinkan',
    prepare: async (page) => {
      await page.getByRole('button', { name: /Ujang/ }).click();
      await page.getByRole('button', { name: /^Masuk/ }).click();
    },
  },
  { name: 'settings', role: 'guard', path: '/settings', sizes: ['phone', 'desktop'], ready: 'Keluar dari akun' },
  {
    name: 'rewind',
    role: 'investigator',
    path: '/rewind',
    sizes: ['phone', 'desktop'],
    ready: 'belum diketahui saat itu',
    prepare: async (page) => page.getByLabel('Keadaan pada, waktu tepat').fill('2023-12-01T02:13'),
  },
  { name: 'accounts', role: 'admin', path: '/admin', sizes: ['phone', 'desktop'], ready: 'squad-leader' },
  {
    name: 'account',
    role: 'admin',
    path: '/admin',
    sizes: ['desktop'],
    ready: 'Peran dari waktu ke waktu',
    prepare: async (page) => page.getByRole('link', { name: /squad-leader/ }).click(),
  },
  {
    name: 'grant',
    role: 'admin',
    path: '/admin',
    sizes: ['desktop'],
    ready: 'Di pos',
    prepare: async (page) => {
      await page.getByRole('link', { name: /squad-leader/ }).click();
      await page.getByRole('button', { name: 'Beri peran' }).click();
    },
  },
  { name: 'posts', role: 'admin', path: '/admin/posts', sizes: ['desktop'], ready: 'Pos 1' },
  {
    name: 'imports',
    role: 'admin',
    path: '/admin/imports',
    sizes: ['phone', 'desktop'],
    ready: 'Dipahami sebagai',
    pictured: ['light', 'dark'],
    prepare: async (page) =>
      page.getByLabel('Pilih berkas').setInputFiles({
        name: 'tps.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          'Kode Desa;Desa;Kecamatan;Kabupaten;No TPS;DPT;Catatan\n1601141011;Kemelak;Baturaja Timur;OKU;7;287;dekat masjid\n1601141011;Kemelak;Baturaja Timur;OKU;8;dua ratus;\n160114;Kemelak;Baturaja Timur;OKU;9;290;\n',
        ),
      }),
  },
  { name: 'views', role: 'admin', path: '/admin/views', sizes: ['phone', 'desktop'], ready: 'terkini' },
  { name: 'storage', role: 'admin', path: '/admin/storage', sizes: ['desktop'], ready: 'Sisa di cakram' },
  { name: 'warehouse-board', role: 'dispatcher', path: '/gudang', sizes: ['phone', 'desktop'], ready: /BG \d+/, pictured: ['light', 'dark'] },
  {
    name: 'warehouse-run',
    role: 'dispatcher',
    path: '/gudang',
    sizes: ['phone', 'desktop'],
    ready: 'Pengawal',
    prepare: async (page) => page.locator('a.run').first().click(),
  },
  { name: 'warehouse-plan', role: 'dispatcher', path: '/gudang/plan', sizes: ['phone'], ready: /Tidak ada kotak|Kotak untuk kecamatan/ },
  { name: 'warehouse-stock', role: 'dispatcher', path: '/gudang/stock', sizes: ['phone', 'desktop'], ready: 'lebih 1.000', pictured: ['light', 'dark'] },
  {
    name: 'warehouse-lot',
    role: 'dispatcher',
    path: '/gudang/stock',
    sizes: ['phone'],
    ready: 'Koreksi jumlah',
    prepare: async (page) =>
      page
        .getByRole('button', { name: /^Tindakan: / })
        .first()
        .click(),
  },
  {
    name: 'warehouse-inspect',
    role: 'dispatcher',
    path: '/gudang/stock',
    sizes: ['phone'],
    ready: 'Rusak: air hujan',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^Tindakan: / })
        .first()
        .click();
      await dialog(page).getByRole('button', { name: 'Sortir' }).click();
    },
  },
  {
    name: 'warehouse-split',
    role: 'dispatcher',
    path: '/gudang/stock',
    sizes: ['phone'],
    ready: 'Ke zona',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^Tindakan: / })
        .first()
        .click();
      await dialog(page).getByRole('button', { name: 'Pisahkan sebagian' }).click();
    },
  },
  {
    name: 'warehouse-lot-page',
    role: 'dispatcher',
    path: '/gudang/stock',
    sizes: ['phone', 'desktop'],
    ready: 'Kiriman diterima',
    pictured: ['light', 'dark'],
    prepare: async (page) => page.locator('a.lot').first().click(),
  },
  {
    name: 'warehouse-requirement',
    role: 'dispatcher',
    path: '/gudang/stock',
    sizes: ['phone'],
    ready: 'Berapa yang harus dikirim seluruhnya',
    prepare: async (page) => page.getByRole('button', { name: 'Rencanakan kebutuhan' }).click(),
  },
  {
    name: 'warehouse-zone-add',
    role: 'dispatcher',
    path: '/gudang/zones',
    sizes: ['phone'],
    ready: 'Untuk apa zona ini',
    prepare: async (page) => page.getByRole('button', { name: 'Tambah zona' }).click(),
  },
  {
    name: 'warehouse-delivery',
    role: 'dispatcher',
    path: '/gudang/stock',
    sizes: ['phone', 'desktop'],
    ready: 'Nomor surat jalan',
    prepare: async (page) => page.getByRole('button', { name: 'Terima kiriman' }).click(),
  },
  {
    name: 'warehouse-facts',
    role: 'dispatcher',
    path: '/gudang/stock/ballot-president/damaged',
    sizes: ['phone', 'desktop'],
    ready: /Lot diperiksa|Kerusakan dilaporkan/,
  },
  { name: 'warehouse-zones', role: 'dispatcher', path: '/gudang/zones', sizes: ['phone', 'desktop'], ready: /kelembapan/, pictured: ['light', 'dark'] },
  {
    name: 'warehouse-check',
    role: 'dispatcher',
    path: '/gudang/zones',
    sizes: ['phone'],
    ready: 'Yang ditemukan',
    prepare: async (page) => page.getByRole('button', { name: 'Periksa A-1' }).click(),
  },
  {
    name: 'warehouse-photo',
    role: 'dispatcher',
    path: '/gudang/zones',
    sizes: ['phone', 'desktop'],
    ready: /Sama dengan yang disebut pemeriksaan/,
    prepare: async (page) => {
      const zone = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Periksa A-2' }) });
      await zone.getByRole('button', { name: 'Lihat foto 1' }).click();
      await page.getByAltText('Foto A-2').waitFor();
    },
  },
  { name: 'warehouse-boxes', role: 'dispatcher', path: '/gudang/boxes', sizes: ['phone', 'desktop'], ready: /\d{10}-\d{3}/ },
  {
    name: 'warehouse-box',
    role: 'dispatcher',
    path: '/gudang/boxes',
    sizes: ['phone', 'desktop'],
    ready: 'Diserahkan ke TPS',
    prepare: async (page) => page.locator('a.manifest-line').first().click(),
    pictured: ['light', 'dark'],
  },
  {
    name: 'warehouse-lost',
    role: 'dispatcher',
    path: '/gudang/boxes',
    sizes: ['phone', 'desktop'],
    ready: 'Kapan diketahui hilang',
    prepare: async (page) => {
      await page.locator('a.manifest-line').first().click();
      await page.getByRole('button', { name: /^Laporkan hilang/ }).click();
    },
  },
  {
    name: 'warehouse-contents',
    role: 'dispatcher',
    path: '/gudang/contents',
    sizes: ['phone', 'desktop'],
    ready: /^kurang \d+$/,
    pictured: ['light', 'dark'],
    prepare: async (page) => {
      await planBox(page, '1601141011-010');
      await page.getByRole('radio', { name: 'Semua' }).click();
    },
  },
  {
    name: 'warehouse-contradictions',
    role: 'dispatcher',
    path: '/gudang/contradictions',
    sizes: ['phone', 'desktop'],
    ready: 'Jelaskan',
    pictured: ['light', 'dark'],
  },
  {
    name: 'warehouse-explain',
    role: 'investigator',
    path: '/gudang/contradictions',
    sizes: ['phone'],
    ready: 'Catat penjelasan',
    prepare: async (page) => page.getByRole('button', { name: 'Jelaskan' }).first().click(),
  },
  { name: 'warehouse-pack', role: 'dispatcher', path: '/gudang/pack', sizes: ['phone', 'desktop'], ready: 'Untuk TPS' },
  { name: 'warehouse-destroy', role: 'dispatcher', path: '/gudang/destroy', sizes: ['phone', 'desktop'], ready: 'Saksi dari Bawaslu' },
  {
    name: 'warehouse-destruction',
    role: 'dispatcher',
    path: destruction,
    sizes: ['phone', 'desktop'],
    ready: '08/PP.08-BA/1601/2024 (contoh)',
    pictured: ['light', 'dark'],
  },
  {
    name: 'warehouse-where',
    role: 'investigator',
    path: '/gudang/where',
    sizes: ['phone', 'desktop'],
    ready: 'berbeda',
    prepare: async (page) => page.getByLabel('Keadaan pada, waktu tepat').fill('2024-02-10T09:00'),
    pictured: ['light', 'dark'],
  },
  { name: 'admin-warehouses', role: 'admin', path: '/admin/warehouses', sizes: ['phone', 'desktop'], ready: 'Gudang Logistik KPU Kemelak' },
  { name: 'my-boxes', role: 'station-officer', path: '/', sizes: ['phone', 'desktop'], ready: 'Ketuk sebuah kotak' },
  { name: 'doubts', role: 'squad-leader', path: `/post/${post}/squad/doubts`, sizes: ['phone', 'desktop'], ready: 'Jelaskan', pictured: ['light', 'dark'] },
  { name: 'rewind-doubts', role: 'investigator', path: '/rewind/doubts', sizes: ['phone', 'desktop'], ready: 'Jelaskan' },
  { name: 'places', role: 'dispatcher', path: '/places', sizes: ['phone', 'desktop'], ready: 'Gudang A' },
];
