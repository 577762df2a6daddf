import { join } from 'node:path';
import { passphrase } from '../support/server/stage.ts';
import { GuardPhone } from './guard-phone.ts';
import { OwnBrowser } from './own-browser.ts';
import { OwnServer } from './own-server.ts';

/* How soon a guard's page can be used on a slow phone, as a figure: it is printed, and no test is decided by it. By hand with more rounds. */

const rounds = Number(process.env['USABLE_ROUNDS'] ?? 1);
const slower = 4;

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

/** When the post’s first act could be tapped, drawn and with nothing before it on the main thread: ms since the navigation began. */
const watch = `new MutationObserver((_, watching) => {
  if (window.usable !== undefined || !document.querySelector('main a[href$="/in"]')) return;
  watching.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.usable = performance.now(); }));
}).observe(document, { childList: true, subtree: true });`;

const usable = `new Promise((found) => {
  const looking = setInterval(() => {
    if (window.usable === undefined) return;
    clearInterval(looking);
    found(window.usable);
  }, 50);
})`;

const median = (figures: readonly number[]): number => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

it.each(['from the phone’s own files', 'from the server, nothing kept'])('the guard’s page becomes usable, %s', async (from) => {
  const phone = new GuardPhone(await browser.page());
  const { page } = phone;
  await page.goto(own.url, { waitUntil: 'domcontentloaded' });
  if (
    await page
      .getByLabel('Nama akun')
      .or(page.getByRole('navigation').first())
      .first()
      .waitFor()
      .then(() => page.getByLabel('Nama akun').isVisible())
  )
    await phone.signIn(own.url, own.stage.people.guard.login, passphrase);
  await page.addInitScript(watch);
  const devtools = await browser.context.newCDPSession(page);
  const figures: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.goto('about:blank');
    if (from.startsWith('from the server')) {
      await devtools.send('Storage.clearDataForOrigin', { origin: new URL(own.url).origin, storageTypes: 'cache_storage,service_workers' });
      await devtools.send('Network.clearBrowserCache');
    }
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(`${own.url}/post/${own.post()}`, { waitUntil: 'commit' });
    figures.push(await page.evaluate<number>(usable));
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
  console.log(`usable ${from}, ${slower} times slower: ${Math.round(median(figures))} ms (${figures.map(Math.round).join(', ')})`);
  expect(figures).toHaveLength(rounds);
  await page.close();
});
