import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { passphrase } from '../support/server/stage.ts';
import { filmOf } from './film.ts';
import { GuardPhone } from './guard-phone.ts';
import { Hand } from './hand.ts';
import { OwnBrowser } from './own-browser.ts';
import { faultless, lookAt } from './look-at-screens.ts';
import { OwnServer } from './own-server.ts';
import { screensOfATruck, type Pictured } from './screens.ts';
import { viewports } from './world.ts';
import { boxesOf, pack, plan, setUpWarehouse, type Box, type Run } from './truck.ts';

/*
 * A dispatcher loads a truck of 236 boxes with a scanner that types, without a network; two people let it go; all of it
 * stands in the log afterwards, in its order. The times until an alarm are printed and decide nothing.
 */

const destination = '160114';
const pin = '240214';
const seals = ['TRK-0001', 'TRK-0002'];
/** A person's pace by the keystroke-level model of Card, Moran and Newell: a key, a tap, a moment's thought, in seconds. */
const pace = { key: 0.28, tap: 1.1, thought: 1.35 };
let own: OwnServer;
let browser: OwnBrowser;
let phone: GuardPhone;
let hand: Hand;
let run: Run;
let otherRun: Run;

beforeAll(async () => {
  own = await OwnServer.open();
  await own.setPin('commander', pin);
  await setUpWarehouse(own);
  const boxes = boxesOf('1601141011', 0, 236);
  const others = boxesOf('1601141012', 500, 3);
  await pack(own, [...boxes, ...others]);
  run = await plan(own, 1, destination, boxes);
  otherRun = await plan(own, 2, destination, others);
  const film = filmOf(join(own.folder, 'label.y4m'), url(boxes[0]?.box ?? ''));
  browser = await OwnBrowser.start(join(own.folder, 'profile'), {
    arguments: ['--hide-scrollbars', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
  await browser.context.addInitScript(`localStorage.setItem('saksi.language', 'id')`);
  phone = new GuardPhone(await browser.page());
  hand = new Hand(phone.page);
  await phone.page.setViewportSize(viewports.phone);
  await phone.signIn(own.url, own.stage.people.dispatcher.login, passphrase);
  await toLoading(phone.page);
}, 300_000);
afterAll(async () => {
  await browser.kill();
  await own.close();
});

async function toLoading(page: Page): Promise<void> {
  await page.goto(`${own.url}/gudang/run/${destination}/${run.dispatch}/load`, { waitUntil: 'domcontentloaded' });
  await page.getByText(/^\d+ dari 236$/).waitFor();
}

/** As a scanner in the hand: keys, one after the other, and Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

/** The same, all keys at once: typed one by one each is a message to the browser, which takes longer than a scanner does. */
const scanAtOnce = (page: Page, code: string): Promise<void> =>
  page.evaluate(
    `for (const key of [...'${code}', 'Enter']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))`,
  );

/** From the Enter of the scanner until what the screen says has been drawn, ms. */
const watchVerdict = (kind: string): string => `
  window.verdictAfter = new Promise((drawn) => {
    let scannedAt = 0;
    window.addEventListener('keydown', ({ key, timeStamp }) => { if (key === 'Enter') scannedAt = timeStamp; }, { capture: true });
    new MutationObserver((_, watching) => {
      if (!document.querySelector('.verdict.${kind}')) return;
      watching.disconnect();
      requestAnimationFrame(() => setTimeout(() => drawn(performance.now() - scannedAt)));
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
  undefined`;

const count = (page: Page, loaded: number) => page.getByText(`${loaded} dari 236`, { exact: true }).waitFor();
const url = (box: string): string => `${own.url}/gudang/box/${box}`;
/** What the QR code of a label says. */
const labelOf = ({ box, station }: Box): string => `${own.url}/gudang/box/${station}/${box}`;
/** Nobody ever told of it. */
const [neverTold] = boxesOf('1601141013', 950, 1);

/** Resolves when both files of the decoder are kept on the phone. */
const keptDecoder = `new Promise((kept) => {
  const look = () => caches.open('saksi-decoder').then((cache) => cache.keys()).then((files) => (files.length === 2 ? kept() : setTimeout(look, 100)));
  void look();
})`;

/** Looks at the screen at every size that it is made for, without what is said only to whoever loads. */
async function look(page: Page, screen: Pictured): Promise<void> {
  await page.evaluate('scrollTo(0, 0)');
  for (const size of screen.sizes) expect(await lookAt(page, screen, size)).toEqual(faultless);
  await page.setViewportSize(viewports.phone);
}

/** Opens the camera, which looks at the label of the first box. */
async function lookThroughCamera(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pindai dengan kamera' }).click();
  await page.locator('.scanning-camera[data-state=looking]').waitFor();
}

it('with the camera: the label of a box is read, by the decoder under its own policy, and once for as long as it is in sight', async () => {
  const { page } = phone;
  const refused: string[] = [];
  page.on('console', (message) => (message.type() === 'error' ? refused.push(message.text()) : undefined));
  await lookThroughCamera(page);
  await count(page, 1);
  await page.getByRole('button', { name: 'Tutup kamera' }).click();
  await page.getByRole('button', { name: 'Pindai dengan kamera' }).waitFor();
  // Kept for when there is no network.
  await page.evaluate(keptDecoder);
  expect(refused).toEqual([]);
});

it('with a network: the right box counts, the same box is told, the wrong one alarms with where it belongs', async () => {
  const { page } = phone;
  const [looked, first] = run.boxes;
  const [wrong] = otherRun.boxes;
  if (!looked || !first || !wrong) throw new Error('There are no boxes.');
  await scan(page, url(first.box));
  await count(page, 2);
  await scan(page, looked.box);
  await page.getByText('Sudah di truk ini').waitFor();
  await page.evaluate(watchVerdict('wrong'));
  await scan(page, wrong.box);
  await page.getByRole('alert').getByText('SALAH. Jangan dimuat.').waitFor();
  await page.getByRole('alert').getByText(otherRun.vehicle).waitFor();
  console.log(`the wrong box alarms after ${Math.round(await page.evaluate<number>('window.verdictAfter'))} ms`);
  await phone.everythingSent();
  await look(page, screensOfATruck.wrong);
  expect((await own.log(['logistics.box-loaded.v1'])).map(({ stream }) => stream)).toEqual([`box-${looked.box}`, `box-${first.box}`]);
  expect((await own.log(['logistics.loading-refused.v1'])).map(({ stream, data }) => [stream, data['belongsTo']])).toEqual([
    [`box-${wrong.box}`, otherRun.dispatch],
  ]);
});

it('a box that the phone does not know is told by its label, and the server says where it belongs; what is no label is not recorded', async () => {
  const { page } = phone;
  const strangers = boxesOf('1601141013', 900, 2);
  const [stranger, nameless] = strangers;
  if (!stranger || !nameless) throw new Error('There are no boxes.');
  await pack(own, strangers);
  const third = await plan(own, 3, destination, strangers);
  await scan(page, labelOf(stranger));
  const alert = page.getByRole('alert');
  await alert.getByText('Bukan muatan truk ini. Sudah dicatat').waitFor();
  await alert.getByText(`ke ${third.destination}`).waitFor();
  await look(page, screensOfATruck.stranger);

  await scan(page, nameless.box);
  await page.getByLabel('TPS yang tercetak pada kotak').fill(nameless.station);
  await look(page, screensOfATruck.nameless);
  await hand.tap(hand.button('Catat: bukan muatan truk ini'));
  await alert.getByText(`ke ${third.destination}`).waitFor();

  await page.evaluate('document.activeElement.blur()');
  await scan(page, 'https://example.org/');
  await alert.getByText('Bukan label kotak. Tidak ada yang dicatat.').waitFor();
  await phone.everythingSent();
  const told = await own.log(['logistics.loading-refused.v1']);
  expect(told.slice(-2).map(({ stream, data }) => [stream, data['station'], data['belongsTo']])).toEqual(
    strangers.map(({ box, station }) => [`box-${box}`, station, third.dispatch]),
  );
});

it('without one: 236 boxes as a scanner types them, each counted, none twice; the wrong one alarms all the same', async () => {
  const { page } = phone;
  await browser.context.setOffline(true);
  const [, wrong] = otherRun.boxes;
  const begun = performance.now();
  for (const [index, { box }] of run.boxes.entries()) {
    if (index < 2) continue;
    const code = index % 2 === 0 ? url(box) : box.replaceAll('-', '').toUpperCase();
    await (index < 8 ? scan(page, code) : scanAtOnce(page, code));
    await count(page, index + 1);
    if (index === 40) await look(page, screensOfATruck.load);
    if (index === 120 && neverTold) {
      await scan(page, labelOf(neverTold));
      await page.getByRole('alert').getByText('Tempatnya disebut setelah server menjawab.').waitFor();
    }
    if (index === 100 && wrong) {
      await page.evaluate(watchVerdict('wrong'));
      await scan(page, wrong.box);
      await page.getByRole('alert').getByText('SALAH. Jangan dimuat.').waitFor();
      console.log(`without a network the wrong box alarms after ${Math.round(await page.evaluate<number>('window.verdictAfter'))} ms`);
    }
  }
  console.log(`without a network a box takes ${Math.round((performance.now() - begun) / 234)} ms`);
  await page.getByText('Semua sudah dimuat').waitFor();
  await phone.saysWaiting(236);
  // Opened again without a network, the page counts what waits.
  await page.reload({ waitUntil: 'domcontentloaded' });
  await count(page, 236);
  await lookThroughCamera(page);
  await page.getByText('Sudah di truk ini').waitFor();
});

it('two people let it go in at most 6 taps, each in their own name, still without a network', async () => {
  const { page } = phone;
  await page.goto(`${own.url}/gudang/run/${destination}/${run.dispatch}`, { waitUntil: 'domcontentloaded' });
  await hand.link('Berangkat').waitFor();
  hand.spent();
  await hand.tap(hand.link('Berangkat'));
  for (const seal of seals) {
    await hand.type(seal);
    await page.keyboard.press('Enter');
  }
  for (const what of [`Sesuai: ${run.vehicle}`, 'Sesuai: Sopir Contoh', 'Sesuai: 1 orang']) await hand.tap(hand.radio(what));
  await look(page, screensOfATruck.depart);
  await hand.type(own.stage.people.commander.login);
  await page.keyboard.press('Enter');
  await hand.type(pin);
  await hand.tap(hand.button('Berangkatkan truk'));
  await page.getByText(new RegExp(`Truk ${run.vehicle} berangkat`)).waitFor();
  const { taps, keys } = hand.spent();
  // One thought before each tap, each seal and each of the second person's two fields; looking at the truck and handing the phone over come on top.
  const seconds = taps * (pace.tap + pace.thought) + (seals.length + 2) * pace.thought + keys * pace.key;
  console.log(`a departure: ${taps} taps, ${keys} keys; by the keystroke-level model ${Math.round(seconds)} s`);
  expect(taps).toBeLessThanOrEqual(6);
  await hand.link('Lewat pos pemeriksaan').waitFor();
  // Known on the phone at once, without a network.
  await hand.text(seals.join(', ')).waitFor();
  await look(page, screensOfATruck.run);
});

it('the network comes back: everything stands in the log, in its order, and nothing against it', async () => {
  await browser.context.setOffline(false);
  await phone.everythingSent();
  const told = await own.log(['logistics.box-loaded.v1', 'logistics.loading-refused.v1', 'logistics.dispatch-departed.v1']);
  expect(told.map(({ type }) => type)).toEqual([
    'logistics.box-loaded.v1',
    'logistics.box-loaded.v1',
    ...Array<string>(3).fill('logistics.loading-refused.v1'),
    ...Array<string>(99).fill('logistics.box-loaded.v1'),
    'logistics.loading-refused.v1',
    ...Array<string>(20).fill('logistics.box-loaded.v1'),
    'logistics.loading-refused.v1',
    ...Array<string>(115).fill('logistics.box-loaded.v1'),
    'logistics.dispatch-departed.v1',
  ]);
  expect(new Set(told.filter(({ type }) => type === 'logistics.box-loaded.v1').map(({ stream }) => stream))).toEqual(
    new Set(run.boxes.map(({ box }) => `box-${box}`)),
  );
  expect(told.flatMap(({ metadata }) => metadata.contradicts ?? [])).toEqual([]);
  expect(told.at(-1)?.data).toMatchObject({ missing: [], seals, confirmedBy: own.stage.people.commander.account, confirmedThrough: 'pin' });
});

it('on the way: a checkpoint, a delay, the arrival, each from the phone', async () => {
  const { page } = phone;
  const step = async (link: string, screen: Pictured): Promise<void> => {
    await hand.tap(hand.link(link));
    await page.getByRole('heading', { name: link }).waitFor();
    await look(page, screen);
  };
  await page.goto(`${own.url}/gudang/run/${destination}/${run.dispatch}`, { waitUntil: 'domcontentloaded' });
  await step('Lewat pos pemeriksaan', screensOfATruck.checkpoint);
  await page.getByLabel('Nama pos pemeriksaan').fill('Simpang Kemelak');
  await hand.tap(hand.radio(`Utuh: ${seals.join(', ')}`));
  await hand.tap(hand.button('Catat: truk lewat'));
  await hand.text('Truk lewat Simpang Kemelak.').waitFor();
  await step('Terlambat', screensOfATruck.delay);
  await hand.tap(hand.radio('banjir'));
  await hand.tap(hand.button('Laporkan keterlambatan'));
  await hand.text('Keterlambatan dilaporkan.').waitFor();
  await hand.tap(hand.link('Truk tiba'));
  await hand.tap(hand.radio('Lain'));
  await hand.tap(hand.tick(seals[0] ?? ''));
  await page.getByLabel('Segel lain yang ditemukan').fill('TRK-0777');
  await hand.tap(hand.button('Tambah'));
  await page.getByRole('alert').getByText('Tidak seharusnya ada: TRK-0777').waitFor();
  await look(page, screensOfATruck.arrive);
  await hand.tap(hand.button('Catat: truk tiba'));
  await hand.text('Truk tiba di 1601141011.').waitFor();
  expect((await own.log(['logistics.checkpoint-passed.v1', 'logistics.delay-reported.v1', 'logistics.dispatch-arrived.v1'])).map(({ data }) => data)).toEqual([
    { destination, checkpoint: 'Simpang Kemelak', seals },
    expect.objectContaining({ destination, reason: 'flood' }),
    { destination, village: '1601141011', seals: ['TRK-0001', 'TRK-0777'], sealed: seals },
  ]);
});

it('boxes come off with their seals as they are found, what does not match is told before it is recorded, and they go on', async () => {
  const { page } = phone;
  const [one, other] = run.boxes;
  if (!one || !other) throw new Error('There are no boxes.');
  await hand.tap(hand.link('Terima kotak'));
  await hand.text('0 dari 236 diterima').waitFor();
  await look(page, screensOfATruck.receive);
  await browser.context.setOffline(true);
  await scan(page, one.box);
  await hand.tick(one.seals[0] ?? '').waitFor();
  await scan(page, one.seals[0] ?? '');
  await hand.tap(hand.button('Terima kotak'));
  await hand.text('1 dari 236 diterima').waitFor();
  await scan(page, url(other.box));
  await scan(page, 'KPU-99999');
  await hand.tap(hand.button('Terima kotak'));
  await hand.text('Segel tidak cocok. Periksa sekali lagi.').waitFor();
  await look(page, screensOfATruck.mismatch);
  await hand.tap(hand.button('Terima, segel tidak cocok'));
  await hand.text('2 dari 236 diterima').waitFor();

  await hand.tap(hand.button('Serahkan ke TPS').first());
  await page.getByLabel('Siapa yang menerima').fill('Ketua Contoh');
  await hand.tap(hand.button('Serahkan kotak'));
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await hand.tap(hand.button('Kembali ke gudang').first());
  await hand.tap(hand.button('Catat: kotak kembali'));
  await hand.text(/kembali di Gudang Kemelak/).waitFor();
  await browser.context.setOffline(false);
  await phone.everythingSent();

  const told = await own.log([
    'logistics.box-received.v1',
    'logistics.seal-mismatch-found.v1',
    'logistics.box-handed-to-station.v1',
    'logistics.box-returned.v1',
  ]);
  expect(told.map(({ type, stream, data }) => [type, stream, data['seals'] ?? data['found'] ?? null])).toEqual([
    ['logistics.box-received.v1', `box-${one.box}`, one.seals],
    ['logistics.box-received.v1', `box-${other.box}`, ['KPU-99999']],
    ['logistics.seal-mismatch-found.v1', `box-${other.box}`, ['KPU-99999']],
    ['logistics.box-handed-to-station.v1', expect.stringMatching(/^box-/), null],
    ['logistics.box-returned.v1', expect.stringMatching(/^box-/), null],
  ]);
  expect(told.flatMap(({ metadata }) => metadata.contradicts ?? [])).toEqual([]);
});

it('a box that did not come is reported lost from the receipt, without a network, and the run names it first', async () => {
  const { page } = phone;
  await browser.context.setOffline(true);
  await hand.tap(hand.button(/^Laporkan hilang/).first());
  await page.getByLabel('Terakhir dilihat di mana').fill('Di bak truk, di Simpang Kemelak');
  await page.getByLabel('Dalam keadaan apa').fill('Tidak ada di bak truk; terpal tersingkap.');
  await look(page, screensOfATruck.lost);
  await hand.tap(page.getByRole('dialog').getByRole('button', { name: 'Laporkan hilang' }));
  await hand.text(/dilaporkan hilang\./).waitFor();
  await hand.tap(hand.link('Kembali'));
  const lost = page.getByRole('group').filter({ hasText: 'Hilang: tidak ada yang tahu di mana' }).getByRole('listitem');
  expect(await lost.count()).toBe(1);
  await browser.context.setOffline(false);
  await phone.everythingSent();
  await lost.waitFor();
  const [told] = await own.log(['logistics.box-loss-reported.v1']);
  expect(told?.metadata.contradicts ?? []).toEqual([]);
});
