import { createHash, randomBytes } from 'node:crypto';
import { mostPhotoBytes } from '#http';
import { deviceEnrolled } from '#identity';
import { commitmentOf, formatWib } from '#kernel';
import { zoneAdded } from '#logistics';
import { nightAtKemelak } from '#testing';
import { recordReads } from '#vault';
import type { Answer } from './support/ask.ts';
import { named, openKemelak, otherWarehouse, village, warehouse, type Kemelak, type Person } from './support/kemelak.ts';
import { phone, sealFor } from './support/phone.ts';

/* The photos of a zone: named by the check, whole, shown to few, each look recorded, and erased one by one. */

let kemelak: Kemelak;
let dispatcher: Person;
let investigator: Person;
let guard: Person;
let admin: Person;
let otherAdmin: Person;
const device = phone(named('phone of the dispatcher'));
const zone = named('zone A-1');

/** As large as a photo may be, and no picture of anything. */
const pictureOf = (): { value: string; photo: string } => {
  const jpeg = Buffer.concat([Buffer.from('ffd8ff', 'hex'), randomBytes(mostPhotoBytes - 5), Buffer.from('ffd9', 'hex')]);
  return { value: jpeg.toString('base64'), photo: createHash('sha256').update(jpeg).digest('hex') };
};
const [first, carried] = [pictureOf(), pictureOf()];

const tell = (name: string, key: string, as: Person, body: object): Promise<Answer> =>
  kemelak.ask({ to: `/api/${name.replace('.', '/')}`, as, body, headers: { 'idempotency-key': named(key) } });
const photograph = (key: string, more: object = {}): Promise<Answer> =>
  tell('logistics.photograph-zone', key, dispatcher, { warehouse, zone, photo: first.photo, zonePhoto: { value: first.value }, ...more });

async function asks(to: string, as: Person): Promise<Answer> {
  await kemelak.saksi.readModels.caughtUp(await kemelak.head());
  return kemelak.ask({ to, as });
}
const look = (as: Person, photo = first.photo, of = warehouse): Promise<Answer> => asks(`/api/logistics/zone-photo?warehouse=${of}&photo=${photo}`, as);
const log = (): Promise<Answer> => asks(`/api/logistics/condition-log?warehouse=${warehouse}`, dispatcher);

beforeAll(async () => {
  kemelak = await openKemelak({ processes: true });
  dispatcher = await kemelak.person('dispatcher', 'dispatcher', { area: village });
  investigator = await kemelak.person('investigator', 'investigator', 'everywhere');
  guard = await kemelak.person('guard', 'guard', 'everywhere');
  [admin, otherAdmin] = [await kemelak.person('admin', 'admin', 'everywhere'), await kemelak.person('other admin', 'admin', 'everywhere')];
  await kemelak.given(`account-${dispatcher.user}`, [deviceEnrolled(device.enrolled)]);
  await kemelak.given(`warehouse-${warehouse}`, [zoneAdded({ zone, code: 'A-1', name: 'Surat suara' })]);
});
afterAll(() => kemelak.close());

describe('a photo of a zone', () => {
  it('is of a check, or is refused', async () => {
    expect((await photograph('of no check')).body['objections']).toEqual([expect.objectContaining({ code: 'logistics.photo-of-no-check' })]);
    const check = { warehouse, zone, found: ['leak'], photos: [first.photo, carried.photo] };
    expect((await tell('logistics.record-condition-check', 'the check', dispatcher, check)).status).toBe(201);
    expect((await log()).body).toMatchObject({ items: [{ photos: check.photos, photosKept: [] }] });
    expect((await look(dispatcher)).status).toBe(404);
  });

  it('is refused when it is no photograph, and says so', async () => {
    const { status, body } = await photograph('no photograph', { zonePhoto: { value: Buffer.from('<svg/>').toString('base64') } });
    expect([status, body['errors']]).toEqual([400, [expect.objectContaining({ path: 'zonePhoto.value', code: 'not-a-photo' })]]);
  });

  it('stands once, however often it is sent, and the log holds a commitment to it', async () => {
    const kept = await photograph('the photo');
    expect(kept.status).toBe(201);
    expect((await photograph('the photo')).body).toEqual(kept.body);
    expect((await photograph('the photo again')).body['objections']).toEqual([expect.objectContaining({ code: 'logistics.photo-already-kept' })]);
    expect((await kemelak.eventsOf(`warehouse-${warehouse}`)).at(-1)).toMatchObject({
      type: 'logistics.zone-photographed.v1',
      data: { zone, photo: first.photo, zonePhoto: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
    });
  });

  it('is shown whole to those who may see it, and that they looked is recorded', async () => {
    expect((await log()).body).toMatchObject({ items: [{ photosKept: [first.photo] }] });
    expect((await look(investigator)).body).toEqual({ zone, zonePhoto: first.value, taken: formatWib(nightAtKemelak) });
    kemelak.clock.set(nightAtKemelak + 60_000);
    await recordReads({ spool: kemelak.saksi.reads, record: kemelak.saksi.record });
    const span = new URLSearchParams({ from: formatWib(nightAtKemelak - 60_000), to: formatWib(nightAtKemelak + 120_000), reader: investigator.user });
    const reads = await asks(`/api/vault/reads?${span.toString()}`, investigator);
    expect(reads.body['items']).toEqual([expect.objectContaining({ view: 'logistics.zone-photo', subjects: [named('the photo')] })]);
  });

  it('is nobody else’s to see', async () => {
    expect((await look(guard)).status).toBe(403);
    expect((await look(dispatcher, first.photo, otherWarehouse)).status).toBe(404);
  });

  it('comes by a phone that had no network, sealed, as large as it may be', async () => {
    const [entry, salt, clock] = [named('carried photo'), 'ab'.repeat(16), nightAtKemelak - 60_000];
    const name = 'logistics.photograph-zone';
    const of = { warehouse, zone, photo: carried.photo };
    const signed = { ...of, zonePhoto: commitmentOf(salt, entry, `${name}.zonePhoto`, carried.value) };
    const { 'idempotency-key': _, ...headers } = device.headers({
      name,
      commandId: entry,
      author: dispatcher.user,
      occurredAt: formatWib(clock),
      clock,
      body: signed,
    });
    const content = { name, headers: { ...headers, 'saksi-author': dispatcher.user }, body: { ...of, zonePhoto: { value: carried.value, salt } } };
    const publicKey = String((await kemelak.ask({ to: '/api/identity/sealing-key', as: dispatcher })).body['publicKey']);
    const entries = [{ entry, stream: `warehouse-${warehouse}`, sealed: await sealFor(publicKey, entry, content) }];
    const answer = await kemelak.ask({
      to: '/api/identity/carry-entries',
      as: dispatcher,
      body: { entries },
      headers: { 'saksi-sent-at': formatWib(kemelak.clock.now()) },
    });
    expect(answer.body).toMatchObject([{ outcome: 'recorded', receipt: { marks: [], contradicts: [] } }]);
    expect((await look(dispatcher, carried.photo)).body).toMatchObject({ zonePhoto: carried.value });
  });

  it('is erased by itself, and the log says what it was of', async () => {
    await tell('vault.request-erasure', 'request', admin, { subject: named('the photo'), ground: 'own-request' });
    await tell('vault.order-erasure', 'order', otherAdmin, { subject: named('the photo') });
    await kemelak.saksi.processes.settle();
    expect((await look(investigator)).body).toMatchObject({ zone, zonePhoto: null });
    expect((await look(investigator, carried.photo)).body).toMatchObject({ zonePhoto: carried.value });
  });
});
