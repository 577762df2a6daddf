import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { passphrase } from '../support/server/stage.ts';
import { GuardPhone } from './guard-phone.ts';
import { OwnBrowser } from './own-browser.ts';
import { deviceOf, OwnServer } from './own-server.ts';

/* A browser that keeps nothing, or no more, or has thrown away what it kept: the guard is told, and no entry is lost unsaid. */

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

const signedIn = async (page: Page, how: { readonly keepsNothing?: boolean } = {}): Promise<GuardPhone> => {
  const phone = new GuardPhone(page);
  await phone.signIn(own.url, own.stage.people.guard.login, passphrase, how);
  return phone;
};

describe('a browser that refuses to keep anything', () => {
  let context: BrowserContext;
  let phone: GuardPhone;
  beforeAll(async () => {
    context = await browser.another();
    // As browsers do it where a person has forbidden storage for the address: each of them throws.
    const refuse = `() => { throw new DOMException('Storage is not allowed here.', 'SecurityError'); }`;
    await context.addInitScript(`
      IDBFactory.prototype.open = ${refuse};
      Storage.prototype.getItem = Storage.prototype.setItem = ${refuse};
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('No.', 'SecurityError'));
      StorageManager.prototype.persist = () => Promise.reject(new TypeError('No.'));
    `);
    phone = await signedIn(await context.newPage(), { keepsNothing: true });
    await phone.toDoors(own.url, own.post());
  });
  afterAll(() => context.close());

  it('says so, and records what is asked while there is a network', async () => {
    await phone.page.getByText(/tidak dapat menyimpan apa pun/).waitFor();
    const before = (await own.doorEvents()).length;
    await phone.turn('0-0');
    await phone.page.getByText('0-0 dikunci. Tercatat.').waitFor();
    const told = (await own.doorEvents()).slice(before);
    expect(told.map(({ metadata }) => [metadata.voice, metadata.device])).toEqual([['asked', undefined]]);
  });

  it('records nothing without one, and says that too: what was typed stays on the screen', async () => {
    await context.setOffline(true);
    const before = (await own.doorEvents()).length;
    await phone.page.getByRole('button', { name: 'Kunci 0-1' }).click();
    const sheet = phone.page.getByRole('dialog');
    await sheet.getByRole('radio', { name: 'malam' }).click();
    await sheet.getByRole('alert').waitFor();
    expect(await sheet.isVisible()).toBe(true);
    await context.setOffline(false);
    expect(await own.doorEvents()).toHaveLength(before);
  });
});

it('a private window keeps what waits as long as it is open', async () => {
  const context = await browser.another();
  try {
    const phone = await signedIn(await context.newPage());
    await phone.toDoors(own.url, own.post());
    await context.setOffline(true);
    await phone.turn('0-2');
    await phone.saysWaiting(1);
    await phone.page.reload({ waitUntil: 'domcontentloaded' });
    await phone.saysWaiting(1);
    await context.setOffline(false);
    const before = (await own.doorEvents()).length;
    await phone.everythingSent();
    expect(await own.doorEvents()).toHaveLength(before + 1);
  } finally {
    await context.close();
  }
});

it('a phone whose storage is full sends what is recorded at once, and says so; with room again it keeps it as before', async () => {
  const context = await browser.another();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(own.url);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    const phone = await signedIn(page, { keepsNothing: true });
    await phone.toDoors(own.url, own.post());
    const before = (await own.doorEvents()).length;
    await phone.turn('0-3');
    await page.getByText('0-3 dikunci. Tercatat.').waitFor();
    await page.getByText(/Penyimpanan ponsel penuh/).waitFor();
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await phone.toDoors(own.url, own.post());
    await phone.turn('0-3');
    await page.getByText('0-3 dibuka. Tercatat.').waitFor();
    expect(await page.getByText(/Penyimpanan ponsel penuh/).count()).toBe(0);
    const [full, roomy] = (await own.doorEvents()).slice(before);
    expect([full?.metadata.voice, full?.metadata.device, roomy?.metadata.voice]).toEqual(['asked', undefined, 'asked']);
    await context.setOffline(true);
    await phone.turn('0-3');
    await phone.saysWaiting(1);
  } finally {
    await context.close();
  }
});

it('a phone whose storage the browser has evicted is another device from then on, in the place of the one before, whose sequence begins at 1: no gap', async () => {
  const { origin } = new URL(own.url);
  const page = await browser.page();
  const phone = await signedIn(page);
  await phone.enrol(own.url, await own.enrolmentCode());
  await phone.toDoors(own.url, own.post());
  const before = (await own.doorEvents()).length;
  await phone.turn('0-4');
  await page.getByText('0-4 dikunci. Tercatat.').waitFor();

  await page.goto('about:blank');
  const devtools = await browser.context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,cache_storage,local_storage,service_workers' });
  await phone.toDoors(own.url, own.post());
  await browser.context.setOffline(true);
  await phone.turn('0-5');
  await phone.saysWaiting(1);
  await browser.context.setOffline(false);
  await phone.everythingSent();
  await page.goto(`${own.url}/phone`, { waitUntil: 'domcontentloaded' });
  await page.getByText(/Ponsel ini belum terdaftar/).waitFor();
  await phone.enrol(own.url, await own.enrolmentCode(), /^ya, ponsel/);
  await phone.toDoors(own.url, own.post());
  await phone.turn('0-6');
  await page.getByText('0-6 dikunci. Tercatat.').waitFor();
  const claims = (await own.doorEvents()).slice(before).map(deviceOf);
  expect(claims.map(({ seq, marks = [] }) => [seq, marks])).toEqual([
    [1, []],
    [1, ['unknown-device']],
    [1, []],
  ]);
  expect(new Set(claims.map(({ id }) => id)).size).toBe(3);
  const [evicted, , next] = claims;
  const [, enrolled] = await own.log(['identity.device-enrolled.v1']);
  expect(enrolled?.data).toMatchObject({ device: next?.id, replaces: evicted?.id });
  expect((await own.log(['identity.device-revoked.v1'])).map(({ data }) => data)).toEqual([{ device: evicted?.id, lastTrustedSeq: 1 }]);

  // Enrolled anew, it knows itself what it was, and what it has signed as that and not brought yet is believed.
  const bringing = /\/api\/(access\/(un)?lock-door|identity\/carry-entries)$/;
  await browser.context.route(bringing, (route) => route.abort());
  await phone.turn('0-6');
  await phone.saysWaiting(1);
  await phone.enrol(own.url, await own.enrolmentCode());
  for (let looks = 0; looks < 100 && (await own.log(['identity.device-enrolled.v1'])).length < 3; looks++) await sleep(100);
  await browser.context.unroute(bringing);
  await phone.everythingSent();
  expect((await own.log(['identity.device-revoked.v1'])).at(-1)?.data).toEqual({ device: next?.id, lastTrustedSeq: 2 });
  const late = (await own.doorEvents()).at(-1);
  expect(late && deviceOf(late)).toMatchObject({ id: next?.id, seq: 2 });
  expect(late && deviceOf(late)).not.toHaveProperty('marks');
});
