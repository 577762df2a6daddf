import { join } from 'node:path';
import { eventId, formatWib, uuidv7 } from '#kernel';
import { phone as signingPhone } from '../integration/support/phone.ts';
import { passphrase } from '../support/server/stage.ts';
import { GuardPhone } from './guard-phone.ts';
import { OwnBrowser } from './own-browser.ts';
import { deviceOf, OwnServer } from './own-server.ts';

/*
 * What a phone brings later and the server refuses waits for a person: it is amended, kept as a note, or given up for a
 * reason, and each of these stands in the log. Only what comes after it in the same record waits with it.
 */

let own: OwnServer;
let browser: OwnBrowser;
let phone: GuardPhone;

beforeAll(async () => {
  own = await OwnServer.open();
  browser = await OwnBrowser.start(join(own.folder, 'profile'));
  phone = new GuardPhone(await browser.page());
  await phone.signIn(own.url, own.stage.people.guard.login, passphrase);
  await phone.enrol(own.url, await own.enrolmentCode());
}, 300_000);
afterAll(async () => {
  await browser.kill();
  await own.close();
});

const decisions = () => own.log(['identity.entry-discarded.v1', 'identity.entry-noted.v1']);
const guard = () => own.stage.people.guard;

it('by its shape: the guest’s admission waits with their report, a door does not; amended, both stand in their order', async () => {
  const name = 'Siti Contoh '.repeat(12).trim();
  await phone.toDoors(own.url, own.post());
  await phone.page.goto(`${own.url}/post/${own.post()}/in`, { waitUntil: 'domcontentloaded' });
  await phone.page.getByRole('button', { name: 'Tamu baru' }).click();
  await browser.context.setOffline(true);
  // As an app that did not know yet how long a name may be.
  await phone.page.evaluate(`document.querySelectorAll('[maxlength]').forEach((field) => field.removeAttribute('maxlength'))`);
  await phone.page.getByLabel('Nama', { exact: true }).fill(name);
  await phone.page.getByRole('radio', { name: 'Bertemu petugas' }).click();
  await phone.page.getByRole('button', { name: 'Masuk' }).click();
  await phone.saysWaiting(2);
  await phone.toDoors(own.url, own.post());
  await phone.turn('0-0');
  await phone.saysWaiting(3);

  await browser.context.setOffline(false);
  await phone.needsDecisions(1);
  await phone.saysWaiting(1);
  expect(await own.doorEvents()).toHaveLength(1);
  expect(await own.log(['access.guest-reported.v1', 'access.guest-admitted.v1'])).toEqual([]);

  const sheet = await phone.decide(own.url);
  await sheet.getByText('Paling banyak 120 huruf.').waitFor();
  await sheet.getByLabel('Nama', { exact: true }).fill('Siti Contoh');
  await sheet.getByRole('button', { name: 'Perbaiki dan catat lagi' }).click();
  await phone.everythingDone();
  const told = await own.log(['access.guest-reported.v1', 'access.guest-admitted.v1']);
  expect(told.map(({ type, metadata }) => [type, metadata.contradicts ?? []])).toEqual([
    ['access.guest-reported.v1', []],
    ['access.guest-admitted.v1', []],
  ]);
  const [discarded] = await decisions();
  const { commandId, effectiveAt } = told[0]?.metadata ?? {};
  expect(discarded?.data).toMatchObject({ command: 'access.report-guest', problem: 'invalid-fields', reason: 'amended', instead: commandId });
  expect(discarded?.stream).not.toBe(`entry-${commandId}`);
  // Told anew, but of the moment at which it was first said.
  expect(effectiveAt).toBeLessThan(told[1]?.metadata.effectiveAt ?? 0);
  // The door came with a gap before it, in which nothing was lost: nobody is shown it.
  expect((await own.doorEvents()).map((event) => deviceOf(event).marks)).toEqual([['sequence-gap']]);
  expect(await own.marked()).toEqual([['access.report-guest', 'discarded', []]]);
});

it('by its shape, to the face of who asks: they do it differently, and nothing looks lost', async () => {
  const { page } = phone;
  await phone.toDoors(own.url, own.post());
  // As a server that is newer than the app, and wants to know more.
  const lock = /\/api\/access\/(un)?lock-door$/;
  await page.route(lock, (route) => route.continue({ postData: '{"door":"no id"}' }));
  const button = page.getByRole('button', { name: /^(Kunci|Buka kunci) 0-3$/ });
  await button.click();
  await page.getByRole('dialog').getByRole('radio', { name: 'malam' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.unroute(lock);
  await phone.toDoors(own.url, own.post());
  await phone.turn('0-3');
  await page.getByText('0-3 dikunci. Tercatat.').waitFor();
  await phone.everythingDone();
  expect((await decisions()).at(-1)?.data).toMatchObject({ command: 'access.lock-door', problem: 'invalid-fields', reason: 'refused-at-once' });
  expect((await own.marked()).filter(([, , marks]) => marks.length > 0)).toEqual([]);
});

it('by its authority: what was recorded at a post that is no longer theirs is kept as a note, or given up for a reason', async () => {
  const grant = eventId(guard().account, 100);
  await own.does('admin', 'identity.grant-role', { account: guard().account, grant, role: 'guard', post: own.post(1), from: formatWib(0) });
  const before = (await own.doorEvents()).length;
  await phone.toDoors(own.url, own.post(1));
  await browser.context.setOffline(true);
  for (const code of ['1-0', '1-0', '1-1']) await phone.turn(code);
  await phone.saysWaiting(3);
  await own.does('admin', 'identity.end-role', { account: guard().account, grant, at: formatWib(Date.now() - 3_600_000) });
  await browser.context.setOffline(false);
  await phone.needsDecisions(2);
  await phone.saysWaiting(1);

  const first = await phone.decide(own.url);
  await first.getByLabel('Apa yang terjadi').fill('Pintu 1-0 saya kunci sebelum tahu pindah pos.');
  await first.getByRole('button', { name: 'Catat sebagai keterangan' }).click();
  await first.waitFor({ state: 'hidden' });
  // What had waited for that decision is brought, and refused for itself.
  await phone.needsDecisions(2);
  for (const left of [1, 0]) {
    const sheet = await phone.decide(own.url);
    await sheet.getByLabel('Alasan').selectOption('did-not-happen');
    await sheet.getByRole('button', { name: 'Lepaskan entri ini' }).click();
    await sheet.waitFor({ state: 'hidden' });
    if (left > 0) await phone.needsDecisions(left);
  }
  await phone.everythingDone();
  expect(await own.doorEvents()).toHaveLength(before);
  const [noted, ...discarded] = (await decisions()).filter(({ data }) => data['problem'] === 'not-found');
  expect(noted).toMatchObject({ type: 'identity.entry-noted.v1', data: { command: 'access.lock-door', post: own.post(1), problem: 'not-found' } });
  expect(JSON.stringify(noted)).not.toContain('pindah pos');
  expect(discarded.map(({ data }) => [data['command'], data['reason'], data['problem']])).toEqual([
    ['access.unlock-door', 'did-not-happen', 'not-found'],
    ['access.lock-door', 'did-not-happen', 'not-found'],
  ]);
  expect((await phone.states(own.url)).filter((state) => state === 'sudah diputuskan')).toHaveLength(4);
});

it('by who it is from: recorded while the account was suspended, it is refused however often it is sent', async () => {
  const before = { doors: (await own.doorEvents()).length, decisions: (await decisions()).length };
  await phone.toDoors(own.url, own.post());
  await browser.context.setOffline(true);
  await own.does('admin', 'identity.suspend-account', { account: guard().account, reason: 'investigation' });
  await phone.turn('0-2');
  await phone.somethingWaits();
  await own.does('admin', 'identity.reinstate-account', { account: guard().account });
  await browser.context.setOffline(false);
  await phone.signInIfAsked(guard().login, passphrase);
  await phone.needsDecisions(1);

  const sheet = await phone.decide(own.url);
  await sheet.getByRole('button', { name: 'Kirim lagi apa adanya' }).click();
  await sheet.waitFor({ state: 'hidden' });
  await phone.needsDecisions(1);
  const again = await phone.decide(own.url);
  await again.getByLabel('Alasan').selectOption('mistaken');
  await again.getByRole('button', { name: 'Lepaskan entri ini' }).click();
  await phone.everythingDone();
  expect(await own.doorEvents()).toHaveLength(before.doors);
  expect((await decisions()).slice(before.decisions).map(({ data }) => [data['reason'], data['problem']])).toEqual([['mistaken', 'forbidden']]);
});

it('by its authority, when the guard holds no role at all any more: they still decide, by discarding and by a note', async () => {
  const { account, login } = own.stage.people['other-guard'];
  const post = own.post(1);
  const noRole = await browser.another();
  const theirs = new GuardPhone(await noRole.newPage());
  await theirs.signIn(own.url, login, passphrase);
  await theirs.toDoors(own.url, post);
  await noRole.setOffline(true);
  for (const code of ['1-2', '1-3']) await theirs.turn(code);
  await theirs.saysWaiting(2);
  await own.does('admin', 'identity.end-role', { account, grant: eventId(account, 0), at: formatWib(Date.now() - 3_600_000) });
  const before = { doors: (await own.doorEvents()).length, decisions: (await decisions()).length };
  await noRole.setOffline(false);
  await theirs.needsDecisions(2);

  // Started anew, the app finds a person without a role, and what is theirs to decide.
  await theirs.page.goto(own.url, { waitUntil: 'domcontentloaded' });
  await theirs.needsDecisions(2);
  const first = await theirs.decide(own.url);
  await first.getByText('Peran Anda tidak berwenang untuk ini.').waitFor();
  await first.getByLabel('Apa yang terjadi').fill('Pintu terkunci sebelum tugas saya berakhir.');
  await first.getByRole('button', { name: 'Catat sebagai keterangan' }).click();
  await first.waitFor({ state: 'hidden' });
  await theirs.needsDecisions(1);
  const second = await theirs.decide(own.url);
  await second.getByLabel('Alasan').selectOption('mistaken');
  await second.getByRole('button', { name: 'Lepaskan entri ini' }).click();
  await second.waitFor({ state: 'hidden' });
  await theirs.everythingDone();
  expect(await own.doorEvents()).toHaveLength(before.doors);
  const decided = (await decisions()).slice(before.decisions);
  expect(decided.map(({ type, data, metadata }) => [type, data['problem'], metadata.actor])).toEqual([
    ['identity.entry-noted.v1', 'forbidden', { user: account, role: 'none' }],
    ['identity.entry-discarded.v1', 'forbidden', { user: account, role: 'none' }],
  ]);
  await noRole.close();
});

it('by an objection, after its squad leader has accepted it: they see why it was not carried out, and close it', async () => {
  const { account, login } = own.stage.people['squad-leader'];
  const lost = signingPhone(eventId(account, 200));
  await own.does('squad-leader', 'identity.enrol-device', { account, ...lost.enrolled });
  await own.does('squad-leader', 'identity.revoke-device', { account, device: lost.id });
  const clock = Date.now();
  const removal = { entry: eventId(account, 201), post: own.post(), reason: 'cleared' };
  const what = { name: 'access.remove-from-watchlist', commandId: uuidv7(clock), author: account, occurredAt: formatWib(clock), clock, body: removal };
  await own.does('squad-leader', what.name, removal, { ...lost.headers(what), 'saksi-voice': 'testified' });

  const leaders = new GuardPhone(await (await browser.another()).newPage());
  await leaders.signIn(own.url, login, passphrase);
  await leaders.page.getByRole('link', { name: '1 entri ponsel menunggu keputusan Anda' }).click();
  await leaders.page.getByRole('button', { name: /^Terima entri/ }).click();
  await leaders.page.getByRole('button', { name: 'Terima atas tanggung jawab saya' }).click();
  const card = leaders.page.getByRole('article').filter({ hasText: 'diterima, tidak terlaksana' });
  await card.getByText('Sudah diterima, tetapi tidak dapat dicatat:').waitFor();
  await card.getByText(/Entri daftar pantau ini/).waitFor();
  await card.getByRole('button', { name: /^Tutup entri/ }).click();
  await leaders.page.getByRole('radio', { name: 'sudah tidak diperlukan' }).click();
  await leaders.page.getByRole('button', { name: 'Tutup entri ini' }).click();
  await leaders.page.getByText('Tidak ada yang perlu diputuskan.').waitFor();
  await leaders.page.getByRole('article').filter({ hasText: 'sudah tidak diperlukan' }).waitFor();
  expect((await own.log(['identity.entry-not-carried-out.v1', 'identity.entry-dismissed.v1'])).map(({ stream }) => stream)).toEqual([
    `entry-${what.commandId}`,
    `entry-${what.commandId}`,
  ]);
  await leaders.page.context().close();
});
