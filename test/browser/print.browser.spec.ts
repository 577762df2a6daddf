import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { sessionCookie } from '#identity';
import { readPdf } from '../../libs/paper/src/testing/pdf.ts';
import { openKemelak, village, warehouse, type Kemelak } from '../integration/support/kemelak.ts';
import { boxes, destination, destruction, loadedRun, lot, run, stationOf } from '../integration/support/loaded-run.ts';
import { chromiumPath } from './chromium.js';
import { axe, faultless, faultsOf, lookAt, tooSmall } from './look-at-screens.ts';
import { viewports, type Size } from './world.ts';

/* Documents as the app shows them, and as the browser and the server print them. */

/** A folder for pictures, for whoever wants to look. */
const pictures = process.env['SAKSI_PRINT_PICTURES'];

const papers = [
  ['waybill', `/print/waybill/${destination}/${run}`, 'Surat jalan'],
  ['manifest', `/print/manifest/${destination}/${run}`, 'Daftar muatan (manifes)'],
  ['run-receipt', `/print/run-receipt/${destination}/${run}`, 'Bukti tanda terima barang (BTTB): kotak'],
  ['goods-receipt', `/print/goods-receipt/${warehouse}/${lot}`, 'Bukti tanda terima barang (BTTB)'],
  ['destruction-minutes', `/print/destruction-minutes/${village}/${destruction}`, 'Berita acara pemusnahan'],
] as const;

let kemelak: Kemelak;
let browser: Browser;
let token: string;

const profiles = new Map<string, Promise<BrowserContext>>();

/** One profile for all that is read at one size in one language: the app is installed once for all of it. */
async function profile(size: Size, language: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: viewports[size],
    baseURL: kemelak.url,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(Number(process.env['SAKSI_TEST_PATIENCE'] ?? 20_000));
  await context.addCookies([{ name: sessionCookie, value: token, url: kemelak.url }]);
  await context.addInitScript(`localStorage.setItem('saksi.language', '${language}');`);
  return context;
}

async function open(path: string, size: Size, language = 'id'): Promise<Page> {
  const key = `${size} ${language}`;
  const context = profiles.get(key) ?? profile(size, language);
  profiles.set(key, context);
  const page = await (await context).newPage();
  await page.goto(path);
  return page;
}

beforeAll(async () => {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('There is no Chromium here: apt-get install chromium-headless-shell');
  kemelak = await openKemelak();
  const { dispatcher } = await loadedRun(kemelak);
  ({ token } = await kemelak.saksi.identity.sessions.open(dispatcher.user, 'browser'));
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await kemelak.close();
});

describe.each(papers)('the print view of a %s', (name, path, title) => {
  it.each(['phone', 'desktop'] as const)('is for everybody, on a %s', async (size) => {
    const page = await open(path, size);
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    await page.getByRole('img', { name: 'Kode QR ke catatannya' }).waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.${size}.png`), fullPage: true });
    await page.evaluate(axe);
    const faults = await faultsOf(page);
    const small = size === 'phone' ? await page.evaluate<readonly string[]>(tooSmall) : [];
    const sideways = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
    expect({ faults, small, sideways }).toEqual({ faults: [], small: [], sideways: false });
    await page.close();
  });

  it('prints what the PDF of the server has', async () => {
    const page = await open(path, 'desktop');
    await page.getByRole('img', { name: 'Kode QR ke catatannya' }).waitFor();
    const printed = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh PDF' }).click();
    const file = readFileSync(await (await download).path());
    const made = await readPdf(file);
    if (pictures !== undefined) {
      writeFileSync(join(pictures, `${name}.browser.png`), await printed.picture(1));
      writeFileSync(join(pictures, `${name}.pdf.png`), await made.picture(1));
    }
    const plain = (pages: readonly string[]): string => pages.join(' ').replaceAll(/\s+/g, '');
    const facts = await page.locator('.paper-sheet').locator('dd, td, .number').allTextContents();
    expect(facts.length).toBeGreaterThan(3);
    for (const fact of facts) {
      expect(plain(made.pages)).toContain(plain([fact]));
      expect(plain(printed.pages)).toContain(plain([fact]));
    }
    expect(await printed.codesOn(1)).toEqual(await made.codesOn(1));
    expect(plain(printed.pages)).not.toContain('UnduhPDF');
    await page.close();
  });
});

it('a document speaks the language of the app', async () => {
  const page = await open(`/print/waybill/${destination}/${run}`, 'desktop', 'en');
  await page.getByRole('heading', { name: 'Waybill' }).waitFor();
  await page.getByText('Signed on paper').waitFor();
  await page.close();
});

it('a run leads to its papers and its labels', async () => {
  const page = await open(`/gudang/run/${destination}/${run}`, 'phone');
  await page.getByRole('link', { name: 'Label kotak (PDF)' }).waitFor();
  await page.getByRole('link', { name: 'Surat jalan' }).click();
  await page.getByRole('heading', { name: 'Surat jalan', exact: true }).waitFor();
  await page.close();
});

const sites = [
  ['lot', `/gudang/lot/${warehouse}/${lot}`, 'SJ-2023/11/0147', 'BTTB kiriman'],
  ['destruction', `/gudang/destruction/${village}/${destruction}`, 'Wakil bawaslu Contoh', 'Berita acara'],
] as const;

describe.each(sites)('the page of a %s, where the code on its paper leads', (name, path, fact, paper) => {
  it.each(['phone', 'desktop'] as const)('is for everybody, on a %s', async (size) => {
    const page = await open(path, size);
    await page.getByText(fact).first().waitFor();
    expect(await lookAt(page, { name: `${name}-page`, sizes: [] }, size)).toEqual(faultless);
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}-page.${size}.png`), fullPage: true });
    await page.close();
  });

  it('leads to its paper, whose code leads back, and to its PDF', async () => {
    const page = await open(path, 'phone');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh PDF' }).click();
    const file = await readPdf(readFileSync(await (await download).path()));
    expect(await file.codesOn(1)).toEqual([{ format: 'QRCode', text: `${kemelak.url}${path}` }]);
    await page.getByRole('link', { name: paper }).click();
    await page.getByRole('img', { name: 'Kode QR ke catatannya' }).waitFor();
    await page.close();
  });
});

it('the stock leads to each of its lots', async () => {
  const page = await open('/gudang/stock', 'phone');
  await page.getByRole('link', { name: /^Surat suara Presiden/ }).click();
  await page.getByText('SJ-2023/11/0147').waitFor();
  await page.getByText('Diambil dari lot').waitFor();
  await page.close();
});

it('a box leads to its label', async () => {
  const [box = ''] = boxes;
  const page = await open(`/gudang/box/${stationOf(0)}/${box}`, 'phone');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Label kotak ini (PDF)' }).click();
  const label = await readPdf(readFileSync(await (await download).path()));
  expect(await label.codesOn(1)).toContainEqual({ format: 'QRCode', text: `${kemelak.url}/gudang/box/${stationOf(0)}/${box}` });
  await page.close();
});
