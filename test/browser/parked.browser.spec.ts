import 'reflect-metadata';
import { join } from 'node:path';
import { readConfiguration } from '#configuration';
import { toNewEvent } from '#event-store';
import { eventId, formatWib, uuidv7 } from '#kernel';
import { openSaksi } from '../../apps/api/src/index.ts';
import { passphrase } from '../support/server/stage.ts';
import { GuardPhone } from './guard-phone.ts';
import { OwnBrowser } from './own-browser.ts';
import { OwnServer } from './own-server.ts';

/* An event that a view cannot take stays in the log; an administrator sees it wait, why, and has it tried again. */

let own: OwnServer;
let browser: OwnBrowser;

beforeAll(async () => {
  own = await OwnServer.open();
  await own.kill();
  await tellOfNobody();
  await own.startAgain();
  browser = await OwnBrowser.start(join(own.folder, 'profile'));
}, 300_000);
afterAll(async () => {
  await browser.kill();
  await own.close();
});

/** A report of a guest without what it reports, as no version of Saksi writes it. */
async function tellOfNobody(): Promise<void> {
  const saksi = await openSaksi(readConfiguration({ SAKSI_DATA: join(own.folder, 'data'), SAKSI_LOG_LEVEL: 'silent' }), {
    processes: false,
    ownProcess: false,
  });
  const now = saksi.clock.now();
  const id = uuidv7(now);
  const metadata = {
    commandId: id,
    correlationId: id,
    causationId: id,
    actor: { user: own.stage.people.guard.account, role: 'guard' as const },
    occurredAt: formatWib(now),
    effectiveAt: now,
    recordedAt: now,
    voice: 'asked' as const,
    decidedOn: { streams: {} },
  };
  await saksi.store.append(`visit-${id}`, [toNewEvent(eventId(id, 0), { type: 'access.guest-reported.v1', data: {} }, metadata)], 'none');
  await saksi.close();
}

it('is seen with what is wrong, tried again, and still waits there while nothing has changed', async () => {
  const administrator = new GuardPhone(await browser.page());

  await administrator.signIn(own.url, own.stage.people.admin.login, passphrase);
  const { page } = administrator;
  await page.goto(`${own.url}/admin/views`, { waitUntil: 'domcontentloaded' });
  const parked = page.getByRole('listitem').filter({ hasText: 'access.guest-reported.v1' });
  await parked.first().waitFor();
  expect(await parked.first().innerText()).toMatch(/NOT NULL|constraint/i);
  await page.getByText(/\d+ tertahan/).waitFor();

  const begun = page.waitForResponse((response) => response.url().endsWith('/api/administration/rebuild-views'));
  await page.getByRole('button', { name: 'Coba lagi semuanya' }).click();
  const answer = await begun;
  expect([answer.status(), await answer.json()]).toEqual([202, { contexts: ['access'] }]);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await parked.first().waitFor();
});
