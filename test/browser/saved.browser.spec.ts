import { join } from 'node:path';
import { passphrase } from '../support/server/stage.ts';
import { GuardPhone } from './guard-phone.ts';
import { OwnBrowser } from './own-browser.ts';
import { OwnServer } from './own-server.ts';

/* How soon a phone says that an entry is saved on it, as a figure: it is printed, and no test is decided by it. By hand with more entries. */

const entries = Number(process.env['SAVED_ENTRIES'] ?? 4);

let own: OwnServer;
let browser: OwnBrowser;
let phone: GuardPhone;

beforeAll(async () => {
  own = await OwnServer.open();
  browser = await OwnBrowser.start(join(own.folder, 'profile'));
  phone = new GuardPhone(await browser.page());
  await phone.signIn(own.url, own.stage.people.guard.login, passphrase);
  await phone.enrol(own.url, await own.enrolmentCode());
  await phone.toDoors(own.url, own.post());
  await browser.context.setOffline(true);
}, 300_000);
afterAll(async () => {
  await browser.kill();
  await own.close();
});

/** From the last tap until the number of kept entries on the screen has become the wanted one: ms, drawn. */
const watch = (wanted: number): string => `
  window.addEventListener('click', ({ timeStamp }) => { window.tappedAt = timeStamp; }, { capture: true });
  window.said = new Promise((said) => new MutationObserver((_, watching) => {
    if (!/(^|\\D)${wanted} catatan tersimpan di ponsel ini/.test(document.body.textContent)) return;
    watching.disconnect();
    requestAnimationFrame(() => setTimeout(() => said(performance.now() - window.tappedAt)));
  }).observe(document, { childList: true, subtree: true, characterData: true }));
  undefined;`;

it.each([1, 4])('an entry is said to be saved on the phone, %s times slower', async (slower) => {
  const before = slower === 1 ? 0 : entries;
  const devtools = await browser.context.newCDPSession(phone.page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const figures: number[] = [];
  for (let entry = 1; entry <= entries; entry++) {
    await phone.page.evaluate(watch(before + entry));
    await phone.turn(`0-${entry % 6}`);
    await phone.saysWaiting(before + entry);
    figures.push(await phone.page.evaluate<number>('window.said'));
  }
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const sorted = figures.toSorted((a, b) => a - b).map(Math.round);
  console.log(`said to be saved, ${slower} times slower: ${sorted[Math.floor(entries / 2)]} ms (${sorted.join(', ')})`);
  expect(figures).toHaveLength(entries);
});
