import { join } from 'node:path';
import { passphrase } from '../support/server/stage.ts';
import { GuardPhone } from './guard-phone.ts';
import { UpdatedServer } from './newer-app.ts';
import { OwnBrowser } from './own-browser.ts';
import { deviceOf, OwnServer } from './own-server.ts';

/* An app that is too old for its server is told so, keeps what waits, becomes the newer one, and brings it. */

let own: OwnServer;
let updated: UpdatedServer;
let browser: OwnBrowser;
let phone: GuardPhone;

beforeAll(async () => {
  own = await OwnServer.open();
  updated = await UpdatedServer.before(own.url);
  browser = await OwnBrowser.start(join(own.folder, 'profile'));
  phone = new GuardPhone(await browser.page());
  await phone.signIn(updated.url, own.stage.people.guard.login, passphrase);
  await phone.enrol(updated.url, await own.enrolmentCode());
  await phone.toDoors(updated.url, own.post());
}, 300_000);
afterAll(async () => {
  await browser.kill();
  await updated.close();
  await own.close();
});

it('is told so, and keeps what it recorded before and what is recorded now', async () => {
  await browser.context.setOffline(true);
  await phone.turn('0-0');
  await phone.turn('0-1');
  await phone.saysWaiting(2);
  updated.update();
  await browser.context.setOffline(false);
  await phone.page.getByText(/terlalu lama untuk server/).waitFor();
  // Asked, not carried: the person is not refused for what the app is.
  await phone.turn('0-2');
  await phone.saysWaiting(3);
  expect(await own.doorEvents()).toEqual([]);
});

it('knows who is signed in and what waits when it starts without the newer one', async () => {
  await phone.page.reload({ waitUntil: 'domcontentloaded' });
  await phone.saysWaiting(3);
  await phone.page.getByText(/terlalu lama untuk server/).waitFor();
});

it('becomes the newer app by itself, which brings everything: in order, none twice', async () => {
  updated.handOut();
  await phone.everythingSent();
  const told = await own.doorEvents();
  expect(told.map((event) => [deviceOf(event).seq, deviceOf(event).marks ?? []])).toEqual([
    [1, []],
    [2, []],
    [3, []],
  ]);
  expect(await phone.page.getByText(/terlalu lama untuk server/).count()).toBe(0);
  await phone.toDoors(updated.url, own.post());
  await phone.turn('0-3');
  await phone.page.getByText('0-3 dikunci. Tercatat.').waitFor();
});
