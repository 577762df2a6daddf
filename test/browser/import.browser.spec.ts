import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { passphrase } from '../support/server/stage.ts';
import { GuardPhone } from './guard-phone.ts';
import { OwnBrowser } from './own-browser.ts';
import { OwnServer } from './own-server.ts';

/* A list is looked at, recorded, and what was rejected comes back as a file that is corrected and sent again. */

let own: OwnServer;
let browser: OwnBrowser;

beforeAll(async () => {
  own = await OwnServer.open();
  browser = await OwnBrowser.start(join(own.folder, 'profile'));
}, 300_000);
afterAll(async () => {
  await browser.kill();
  await own.close();
});

const choose = (page: Page, name: string, text: string): Promise<void> =>
  page.getByLabel('Pilih berkas').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const importIt = (page: Page): Promise<void> => page.getByRole('button', { name: 'Impor', exact: true }).click();

it('takes an administrator from a list to its stations, and the rejected rows through their correction', async () => {
  const { page } = await signedIn('admin');
  await page.goto(`${own.url}/admin/imports`, { waitUntil: 'domcontentloaded' });
  await page.getByRole('radio', { name: 'TPS' }).waitFor({ state: 'attached' });
  await choose(
    page,
    'tps.csv',
    'kode desa;desa;kecamatan;kabupaten;no tps;dpt;warna\n1601141011;Kemelak;Baturaja Timur;OKU;7;287;hijau\n1601141011;Kemelak;Baturaja Timur;OKU;8;dua ratus;\n',
  );

  await page.getByText('2 baris terbaca, 1 dapat dicatat, 1 baris ditolak.').waitFor();
  await page.getByRole('row', { name: 'warna tidak dikenal, tidak dibaca' }).waitFor();
  await page.getByRole('row', { name: 'no tps number' }).waitFor();
  await page.getByRole('row', { name: '3 dpt dua ratus Harus bilangan bulat tanpa titik atau koma.' }).waitFor();
  expect(await own.log(['deployment.station-registered.v1'])).toHaveLength(0);

  await importIt(page);
  await page.getByText('1 dicatat, 0 sudah tercatat sebelumnya, 1 baris ditolak.').waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh baris yang ditolak' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('tps.ditolak.csv');
  const rejected = readFileSync(await saved.path(), 'utf8');

  await choose(page, 'tps.ditolak.csv', rejected.replace(';dua ratus;', ';200;'));
  await page.getByText('1 baris terbaca, 1 dapat dicatat, 0 baris ditolak.').waitFor();
  await importIt(page);
  await page.getByText('1 dicatat, 0 sudah tercatat sebelumnya, 0 baris ditolak.').waitFor();
  const stations = await own.log(['deployment.station-registered.v1']);
  expect(stations.map(({ data, metadata }) => [data['station'], data['voters'], metadata.actor.role])).toEqual([
    ['1601141011-007', 287, 'admin'],
    ['1601141011-008', 200, 'admin'],
  ]);
});

it('lets an administrator set up a warehouse and its zones, in a village that the list has named', async () => {
  const { page } = await signedIn('admin');
  await page.goto(`${own.url}/admin/warehouses`, { waitUntil: 'domcontentloaded' });
  await page.getByText('Belum ada gudang. Daftarkan yang pertama.').waitFor();
  await page.getByRole('button', { name: 'Daftarkan gudang' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Nama gudang').fill('Gudang Kemelak');
  await sheet.getByLabel('Kode desa atau kelurahan tempat gudang berdiri').fill('1601141011');
  await sheet.getByText('Kemelak (1601141011)').waitFor();
  await sheet.getByRole('button', { name: 'Daftarkan gudang' }).click();
  await page.getByRole('button', { name: 'Tambah zona di Gudang Kemelak' }).click();
  await sheet.getByLabel('Kode zona').fill('A-1');
  await sheet.getByLabel('Untuk apa zona ini').fill('Surat suara');
  await sheet.getByRole('button', { name: 'Tambah zona' }).click();
  await page.getByText('A-1 Surat suara', { exact: true }).waitFor();
  expect(
    (await own.log(['logistics.warehouse-registered.v1', 'logistics.zone-added.v1'])).map(({ data }) => [data['village'] ?? data['code'], data['name']]),
  ).toEqual([
    ['1601141011', 'Gudang Kemelak'],
    ['A-1', 'Surat suara'],
  ]);
});

it('lets a dispatcher plan what must go out of a warehouse and what boxes are to hold, and says of a file that is no table why not', async () => {
  const [{ stream: warehouse } = { stream: '' }] = await own.log(['logistics.warehouse-registered.v1']);
  const { page } = await signedIn('dispatcher');
  await page.goto(`${own.url}/gudang/stock`, { waitUntil: 'domcontentloaded' });
  await page.getByRole('link', { name: 'Impor daftar dari berkas' }).click();
  await choose(page, 'kebutuhan.csv', 'barang\ntinta\n');
  await page.getByRole('alert').getByText('Kolom warehouse, quantity, basis tidak ada.').waitFor();

  await choose(page, 'kebutuhan.csv', 'gudang,barang,jumlah,dasar\nGudang Kemelak,ballot-president,275881,KPU 1395/2023\n');
  await importIt(page);
  await page.getByText('1 dicatat, 0 sudah tercatat sebelumnya, 0 baris ditolak.').waitFor();
  expect(await own.log(['logistics.requirement-planned.v1'])).toMatchObject([{ stream: warehouse, data: { quantity: 275_881 } }]);

  await page.getByRole('radio', { name: 'Isi kotak' }).click();
  await choose(page, 'kotak.csv', 'kode_tps,pemilihan,item:ballot-president\n1601141011-007,president,293\n1601141011-008,president,\n');
  await page.getByText('2 baris terbaca, 1 dapat dicatat, 1 baris ditolak.').waitFor();
  await page.getByRole('row', { name: '3 pemilihan president Baris ini tidak menyebut isi kotak.' }).waitFor();
  await importIt(page);
  await page.getByText('1 dicatat, 0 sudah tercatat sebelumnya, 1 baris ditolak.').waitFor();
  expect((await own.log(['logistics.box-planned.v1'])).map(({ data }) => data['station'])).toEqual(['1601141011-007']);
});

async function signedIn(who: 'admin' | 'dispatcher'): Promise<GuardPhone> {
  const person = new GuardPhone(await browser.page());
  await person.page.context().clearCookies();
  await person.signIn(own.url, own.stage.people[who].login, passphrase);
  return person;
}
