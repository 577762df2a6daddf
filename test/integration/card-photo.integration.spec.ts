import { randomBytes } from 'node:crypto';
import { mostPhotoBytes } from '#http';
import { deviceEnrolled } from '#identity';
import { commitmentOf, formatWib } from '#kernel';
import { nightAtKemelak } from '#testing';
import { recordReads } from '#vault';
import type { Answer } from './support/ask.ts';
import { named, openKemelak, otherPost, post, type Kemelak, type Person } from './support/kemelak.ts';
import { phone, sealFor } from './support/phone.ts';

/* The photo of a guest's card: personal, whole, shown to few, each look recorded, and gone with the guest. */

let kemelak: Kemelak;
let guard: Person;
let guardElsewhere: Person;
let investigator: Person;
let admin: Person;
let otherAdmin: Person;
const device = phone(named('phone of the guard'));
const visit = named('visit');
const guest = named('guest');
const carriedVisit = named('carried visit');

/** As large as a photo may be, and no picture of anybody. */
const jpeg = Buffer.concat([Buffer.from('ffd8ff', 'hex'), randomBytes(mostPhotoBytes - 5), Buffer.from('ffd9', 'hex')]).toString('base64');

const tell = (name: string, key: string, as: Person, body: object): Promise<Answer> =>
  kemelak.ask({ to: `/api/${name.replace('.', '/')}`, as, body, headers: { 'idempotency-key': named(key) } });
const report = (of: string): Promise<Answer> =>
  tell('access.report-guest', `report ${of}`, guard, {
    visit: of,
    post,
    guest,
    name: { value: 'Tamu Berkartu' },
    identityType: 'ktp',
    purpose: { value: 'Mengantar segel.' },
    minutesAllowed: 60,
  });
const photograph = (key: string, more: object = {}): Promise<Answer> =>
  tell('access.photograph-card', key, guard, { visit, post, guest, cardPhoto: { value: jpeg }, ...more });

async function asks(to: string, as: Person): Promise<Answer> {
  await kemelak.saksi.readModels.caughtUp(await kemelak.head());
  return kemelak.ask({ to, as });
}
const look = (as: Person, of = visit): Promise<Answer> => asks(`/api/access/card-photo?post=${post}&visit=${of}`, as);

beforeAll(async () => {
  kemelak = await openKemelak({ processes: true });
  guard = await kemelak.person('guard', 'guard', { post });
  guardElsewhere = await kemelak.person('guard elsewhere', 'guard', { post: otherPost });
  investigator = await kemelak.person('investigator', 'investigator', 'everywhere');
  [admin, otherAdmin] = [await kemelak.person('admin', 'admin', 'everywhere'), await kemelak.person('other admin', 'admin', 'everywhere')];
  await kemelak.given(`account-${guard.user}`, [deviceEnrolled(device.enrolled)]);
  await report(visit);
  await report(carriedVisit);
});
afterAll(() => kemelak.close());

describe('the photo of a card', () => {
  it.each([
    ['too large', { cardPhoto: { value: Buffer.alloc(mostPhotoBytes + 3, 0xff).toString('base64') } }, 'photo-too-large'],
    ['no photograph', { cardPhoto: { value: Buffer.from('<svg onload="alert(1)"/>').toString('base64') } }, 'not-a-photo'],
  ])('is refused when it is %s, and says so', async (what, more, code) => {
    const { status, body } = await photograph(what, more);
    expect([status, body['errors']]).toEqual([400, [expect.objectContaining({ path: 'cardPhoto.value', code })]]);
  });

  it('is refused when nothing is known of the visit', async () =>
    expect((await photograph('of nobody', { visit: named('nobody') })).body['objections']).toEqual([
      expect.objectContaining({ code: 'access.visit-not-known' }),
    ]));

  it('stands once, however often it is sent, and the log holds a commitment to it', async () => {
    const first = await photograph('the card');
    expect(first.status).toBe(201);
    expect((await photograph('the card')).body).toEqual(first.body);
    const events = await kemelak.eventsOf(`visit-${visit}`);
    expect(events.map(({ type }) => type)).toEqual(['access.guest-reported.v1', 'access.card-photographed.v1']);
    expect(events[1]?.data).toEqual({ post, guest, cardPhoto: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
    expect((await photograph('the card again')).body['objections']).toEqual([expect.objectContaining({ code: 'access.card-already-photographed' })]);
  });

  it('is shown whole to those who may see it, and that they looked is recorded', async () => {
    expect((await asks(`/api/access/visit?post=${post}&visit=${visit}`, guard)).body).toMatchObject({ photographed: true });
    expect((await look(investigator)).body).toMatchObject({ cardPhoto: jpeg, taken: formatWib(nightAtKemelak) });
    kemelak.clock.set(nightAtKemelak + 60_000);
    await recordReads({ spool: kemelak.saksi.reads, record: kemelak.saksi.record });
    const span = new URLSearchParams({ from: formatWib(nightAtKemelak - 60_000), to: formatWib(nightAtKemelak + 120_000), reader: investigator.user });
    const reads = await asks(`/api/vault/reads?${span.toString()}`, investigator);
    expect(reads.body['items']).toEqual([expect.objectContaining({ view: 'access.card-photo', subjects: [guest] })]);
  });

  it('is nobody else’s to see', async () => {
    expect((await look(guardElsewhere)).status).toBe(404);
    expect((await look(admin)).status).toBe(403);
  });

  it('comes by a phone that had no network, sealed, as large as it may be', async () => {
    const [entry, salt, clock] = [named('carried photo'), 'ab'.repeat(16), nightAtKemelak - 60_000];
    const name = 'access.photograph-card';
    const of = { visit: carriedVisit, post, guest };
    const signed = { ...of, cardPhoto: commitmentOf(salt, guest, `${name}.cardPhoto`, jpeg) };
    const { 'idempotency-key': _, ...headers } = device.headers({
      name,
      commandId: entry,
      author: guard.user,
      occurredAt: formatWib(clock),
      clock,
      body: signed,
    });
    const content = { name, headers: { ...headers, 'saksi-author': guard.user }, body: { ...of, cardPhoto: { value: jpeg, salt } } };
    const publicKey = String((await kemelak.ask({ to: '/api/identity/sealing-key', as: guard })).body['publicKey']);
    const entries = [{ entry, stream: `visit-${carriedVisit}`, sealed: await sealFor(publicKey, entry, content) }];
    const answer = await kemelak.ask({
      to: '/api/identity/carry-entries',
      as: guard,
      body: { entries },
      headers: { 'saksi-sent-at': formatWib(kemelak.clock.now()) },
    });
    expect(answer.body).toMatchObject([{ outcome: 'recorded', receipt: { marks: [] } }]);
    expect((await look(guard, carriedVisit)).body).toMatchObject({ cardPhoto: jpeg });
  });

  it('is gone with the guest', async () => {
    await tell('vault.request-erasure', 'request', admin, { subject: guest, ground: 'own-request' });
    await tell('vault.order-erasure', 'order', otherAdmin, { subject: guest });
    await kemelak.saksi.processes.settle();
    expect((await look(investigator)).body).toMatchObject({ cardPhoto: null });
    expect((await asks(`/api/access/visit?post=${post}&visit=${visit}`, guard)).body).toMatchObject({ photographed: true, name: null });
  });
});
