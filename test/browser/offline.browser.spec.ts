import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { eventId, uuidv7 } from '#kernel';
import { Api } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { logOf, type LoggedEvent } from '../support/server/log.ts';
import { Server } from '../support/server/server.ts';
import { passphrase, type Stage } from '../support/server/stage.ts';
import { GuardPhone } from './guard-phone.ts';
import { OwnBrowser } from './own-browser.ts';
import { deviceOf, freePort } from './own-server.ts';
import { stageIn } from './staged.ts';

/* A guard's phone without a network, in a real browser: what it recorded stands in the log, whatever happened in between. */

const { folder, remove } = temporaryFolder();
const data = join(folder, 'data');
const profile = join(folder, 'profile');
let stage: Stage;
let port: string;
let server: Server;
let url: string;
let browser: OwnBrowser;
let phone: GuardPhone;

const startServer = async (): Promise<void> => {
  server = await Server.start({ folder: data, settings: { SAKSI_PORT: port } });
  url = await server.url();
};

/** The code that the squad leader shows. */
async function enrolmentCode(): Promise<string> {
  const api = new Api(url);
  const { guard, 'squad-leader': leader } = stage.people;
  const code = uuidv7(Date.now());
  await api.command('identity.issue-enrolment-code', leader.token, code, { account: guard.account });
  const { body } = await api.ask('/api/identity/collect-code', leader.token, { method: 'POST', body: { account: guard.account, code } });
  await api.close();
  return (JSON.parse(body) as { text: string }).text;
}

const doorEvents = async (): Promise<readonly LoggedEvent[]> => logOf(server, ['access.door-locked.v1', 'access.door-unlocked.v1']);
const codes = Array.from({ length: 7 }, (_, number) => `0-${number}`);
const offline = (context: BrowserContext, away: boolean): Promise<void> => context.setOffline(away);

beforeAll(async () => {
  stage = await stageIn(data);
  port = await freePort();
  [, browser] = await Promise.all([startServer(), OwnBrowser.start(profile)]);
  phone = new GuardPhone(await browser.page());
  await phone.signIn(url, stage.people.guard.login, passphrase);
  await phone.enrol(url, await enrolmentCode());
}, 300_000);
afterAll(async () => {
  await browser.kill();
  await server.kill();
  remove();
});

const post = (): string => stage.posts[0]?.post ?? '';

it('with a network it asks: signed, by the phone, at once', async () => {
  await phone.toDoors(url, post());
  await phone.turn('0-0');
  await phone.page.getByText('0-0 dikunci.').waitFor();
  const [locked] = await doorEvents();
  expect(locked?.metadata).toMatchObject({ voice: 'asked', actor: { user: stage.people.guard.account }, device: { seq: 1 } });
  expect(locked?.metadata.device).not.toHaveProperty('marks');
});

it('without one, 50 entries outlive the browser, killed, and the server, restarted: all in the log, in order, none twice', async () => {
  const before = await doorEvents();
  await server.kill();
  await offline(browser.context, true);
  for (let entry = 0; entry < 50; entry++) await phone.turn(codes[entry % codes.length] ?? '');
  await phone.page.getByText(/^50 catatan/).waitFor();

  await browser.kill();
  browser = await OwnBrowser.start(profile);
  await offline(browser.context, true);
  phone = new GuardPhone(await browser.page());
  // There is no server: the app comes from the phone, and so does who is signed in.
  await phone.toDoors(url, post());
  await phone.page.getByText(/^50 catatan/).waitFor();

  await startServer();
  await offline(browser.context, false);
  await phone.signInIfAsked(stage.people.guard.login, passphrase);
  await phone.everythingSent();
  const told = (await doorEvents()).slice(before.length);
  expect(told).toHaveLength(50);
  expect(told.map((event) => deviceOf(event).seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 2));
  expect(new Set(told.map(({ metadata }) => metadata.commandId)).size).toBe(50);
  expect(told.flatMap(({ metadata }) => [...(metadata.device?.marks ?? []), ...(metadata.contradicts ?? [])])).toEqual([]);
  expect(new Set(told.map(({ metadata }) => metadata.voice))).toEqual(new Set(['testified']));
}, 240_000);

it('a network that leads nowhere: what is recorded is kept, what is known is shown, the app starts, and all is sent when somebody answers', async () => {
  const before = (await doorEvents()).length;
  const { page } = phone;
  await page.getByRole('button', { name: 'Buka kunci 0-1' }).waitFor();
  server.freeze();
  await phone.turn('0-1');
  await phone.somethingWaits();
  await page.goto(`${url}/post/${post()}`, { waitUntil: 'domcontentloaded' });
  await page.getByRole('heading', { name: 'Di dalam sekarang' }).waitFor();
  await phone.toDoors(url, post());
  await page.getByRole('button', { name: 'Kunci 0-1', exact: true }).waitFor();
  server.thaw();
  await phone.everythingSent();
  expect(await doorEvents()).toHaveLength(before + 1);
});

it('two tabs record without a network into one sequence', async () => {
  const before = (await doorEvents()).length;
  const second = new GuardPhone(await browser.page());
  await second.toDoors(url, post());
  await offline(browser.context, true);
  await Promise.all([phone.turn('0-1'), second.turn('0-2')]);
  await phone.page.getByText(/^2 catatan/).waitFor();
  await second.page.getByText(/^2 catatan/).waitFor();
  await offline(browser.context, false);
  await phone.everythingSent();
  const told = (await doorEvents()).slice(before);
  expect(told.map((event) => deviceOf(event).seq)).toEqual([53, 54]);
  expect(told.flatMap((event) => deviceOf(event).marks ?? [])).toEqual([]);
  await second.page.close();
});

it('a clock that is three hours wrong: its claim is kept, its offset measured, the effective time right', async () => {
  const behind = 3 * 3_600_000;
  const page = await browser.page();
  await page.addInitScript(`{ const now = Date.now; Date.now = () => now() - ${behind}; }`);
  const wrong = new GuardPhone(page);
  await wrong.toDoors(url, post());
  await offline(browser.context, true);
  const at = Date.now();
  await wrong.turn('0-3');
  await wrong.somethingWaits();
  await phone.page.close();
  phone = wrong;
  await offline(browser.context, false);
  await wrong.everythingSent();
  const event = (await doorEvents()).at(-1);
  const { clock, offset } = deviceOf(event as LoggedEvent);
  expect(Math.abs(at - behind - clock)).toBeLessThan(60_000);
  expect(Math.abs(offset - behind)).toBeLessThan(60_000);
  expect(Math.abs((event?.metadata.effectiveAt ?? 0) - at)).toBeLessThan(60_000);
  expect(Date.parse(event?.metadata.occurredAt ?? '')).toBe(clock);
  phone = new GuardPhone(await browser.page());
  await wrong.page.close();
});

it('two phones at one post: what contradicts the log stands with its contradiction, and its phone says so', async () => {
  const otherProfile = await OwnBrowser.start(join(folder, 'other profile'));
  try {
    const other = new GuardPhone(await otherProfile.page());
    await other.signIn(url, stage.people.guard.login, passphrase);
    await Promise.all([phone.toDoors(url, post()), other.toDoors(url, post())]);
    await Promise.all([offline(browser.context, true), offline(otherProfile.context, true)]);
    // One after the other: told later of an earlier moment, it would contradict nothing.
    await phone.turn('0-5');
    await other.turn('0-5');
    await Promise.all([phone.somethingWaits(), other.somethingWaits()]);
    await offline(browser.context, false);
    await phone.everythingSent();
    await offline(otherProfile.context, false);
    await other.everythingSent();
    const [, told] = (await doorEvents()).slice(-2);
    expect(told?.metadata.contradicts).toHaveLength(1);
    expect((await other.states(url))[0]).toBe('tercatat dengan pertentangan');
  } finally {
    await otherProfile.kill();
  }
});

it('a full disk: what was kept stays, and what is recorded goes to the server at once', async () => {
  await phone.toDoors(url, post());
  // As the browser says it; to really fill its quota takes gigabytes.
  await phone.page.evaluate(`{
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...kept) {
      if (this.name === 'entries') throw new DOMException('No room is left.', 'QuotaExceededError');
      return put.apply(this, kept);
    };
  }`);
  const before = (await doorEvents()).length;
  await phone.turn('0-6');
  await phone.page.getByText(/Penyimpanan ponsel penuh/).waitFor();
  expect(await doorEvents()).toHaveLength(before + 1);
});

it('a revoked phone: what it records is kept apart for the squad leader, and the phone says so', async () => {
  const api = new Api(url);
  const { guard, 'squad-leader': leader } = stage.people;
  const device = deviceOf((await doorEvents())[0] as LoggedEvent).id;
  await api.command('identity.revoke-device', leader.token, eventId(guard.account, 9), { account: guard.account, device });
  const before = (await doorEvents()).length;
  await phone.toDoors(url, post());
  await phone.turn('0-4');
  const quarantined = () => logOf(server, ['identity.entry-quarantined.v1']);
  // What is sent at once waits for no one long enough to be seen waiting.
  for (let looks = 0; looks < 100 && (await quarantined()).length === 0; looks++) await sleep(100);
  await phone.everythingSent();
  expect(await doorEvents()).toHaveLength(before);
  expect((await quarantined()).map(({ data: { author } }) => author)).toEqual([guard.account]);
  expect((await phone.states(url))[0]).toBe('tercatat, ditandai untuk danru');
  await api.close();
});
