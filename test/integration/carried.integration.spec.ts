import { deviceEnrolled } from '#identity';
import { formatWib } from '#kernel';
import { nightAtKemelak } from '#testing';
import type { Answer } from './support/ask.ts';
import { gate, named, openKemelak, otherPost, post, type Kemelak, type Person } from './support/kemelak.ts';
import { phone, sealFor } from './support/phone.ts';

/* What phones recorded without a network, sealed, and brought by whoever came back first. */

let kemelak: Kemelak;
let guard: Person;
let carrier: Person;
let publicKey: string;
const device = phone(named('phone of the guard'));

const minute = 60_000;
/** The phone's clock is twelve minutes behind. */
const behind = 12 * minute;

beforeAll(async () => {
  kemelak = await openKemelak();
  guard = await kemelak.person('guard', 'guard', { post });
  carrier = await kemelak.person('guard of the next shift', 'guard', { post });
  await kemelak.given(`account-${guard.user}`, [deviceEnrolled(device.enrolled)]);
  publicKey = String((await kemelak.ask({ to: '/api/identity/sealing-key', as: guard })).body['publicKey']);
});
afterAll(() => kemelak.close());

interface Entry {
  readonly entry: string;
  readonly stream: string;
  readonly sealed: string;
}

/** An entry that the guard's phone signed so many minutes ago. */
async function waiting(name: string, command: string, body: object, ago: number, stream = `door-${gate}`): Promise<Entry> {
  const entry = named(name);
  const clock = nightAtKemelak - ago * minute - behind;
  const occurredAt = formatWib(clock);
  const { 'idempotency-key': _, ...headers } = device.headers({ name: command, commandId: entry, author: guard.user, occurredAt, clock, body });
  const sent = { ...headers, 'saksi-author': guard.user };
  return { entry, stream, sealed: await sealFor(publicKey, entry, { name: command, headers: sent, body }) };
}

const carry = (entries: readonly Entry[], as = carrier): Promise<Answer> =>
  kemelak.ask({ to: '/api/identity/carry-entries', as, body: { entries }, headers: { 'saksi-sent-at': formatWib(nightAtKemelak - behind) } });
const outcomes = ({ body }: Answer): readonly unknown[] => (body as unknown as readonly { outcome: string }[]).map(({ outcome }) => outcome);

const lock = { door: gate, post, reason: 'night' };
const unlock = { door: gate, post };

describe('what a phone recorded without a network', () => {
  it('is testimony of its author, also when another person carries it; the clock is measured as it is sent', async () => {
    const answer = await carry([await waiting('locked', 'access.lock-door', lock, 50), await waiting('unlocked', 'access.unlock-door', unlock, 40)]);
    expect([answer.status, outcomes(answer)]).toEqual([200, ['recorded', 'recorded']]);
    const [first, second] = (await kemelak.eventsOf(`door-${gate}`)).slice(-2);
    expect([first?.type, second?.type]).toEqual(['access.door-locked.v1', 'access.door-unlocked.v1']);
    expect(first?.metadata).toMatchObject({
      commandId: named('locked'),
      voice: 'testified',
      method: 'device',
      actor: { user: guard.user, role: 'guard' },
      sentBy: carrier.user,
      occurredAt: formatWib(nightAtKemelak - 50 * minute - behind),
      effectiveAt: nightAtKemelak - 50 * minute,
      device: { id: device.id, seq: 1, offset: behind },
    });
    expect(first?.metadata.device).not.toHaveProperty('marks');
  });

  it('stands once, however often it is brought', async () => {
    const entry = await waiting('locked once', 'access.lock-door', lock, 30);
    const first = await carry([entry]);
    const head = await kemelak.head();
    expect(await carry([entry, entry])).toMatchObject({ body: [first.body, first.body].flat() });
    expect(await kemelak.head()).toBe(head);
  });

  it('that was asked before and never answered stands once too', async () => {
    const entry = named('asked, and the answer was lost');
    const clock = nightAtKemelak - behind;
    const occurredAt = formatWib(clock);
    const headers = device.headers({ name: 'access.unlock-door', commandId: entry, author: guard.user, occurredAt, clock, body: unlock });
    const asked = await kemelak.ask({ to: '/api/access/unlock-door', as: guard, body: unlock, headers });
    expect(asked.status).toBe(201);
    const { 'idempotency-key': _, ...carried } = headers;
    const sealed = await sealFor(publicKey, entry, { name: 'access.unlock-door', headers: carried, body: unlock });
    expect((await carry([{ entry, stream: `door-${gate}`, sealed }], guard)).body).toEqual([{ entry, outcome: 'recorded', receipt: asked.body }]);
  });

  it('and is refused holds back what comes after it in the same record, and nothing else', async () => {
    const elsewhere = { ...lock, post: otherPost };
    const before = await kemelak.head();
    const answer = await carry([
      await waiting('at a post that is not theirs', 'access.lock-door', elsewhere, 20),
      await waiting('after it', 'access.unlock-door', unlock, 19),
      await waiting('of another record', 'access.lock-door', lock, 18, 'another record'),
      await waiting('of no command', 'access.burn-down', lock, 17, 'a third record'),
      { ...(await waiting('sealed under another id', 'access.lock-door', lock, 16, 'a fourth record')), entry: named('another id') },
    ]);
    expect(outcomes(answer)).toEqual(['refused', 'held-back', 'recorded', 'refused', 'refused']);
    expect(answer.body).toMatchObject([
      { problem: { code: 'not-found' } },
      {},
      {},
      { problem: { code: 'not-found' } },
      { problem: { code: 'sealed-otherwise' } },
    ]);
    // Of the five only that one stands, marked: what its phone signed before it is not there.
    const marked = await kemelak.eventsOf(`entry-${named('of another record')}`);
    expect(marked.map(({ type }) => type)).toEqual(['identity.entry-marked.v1']);
    expect(await kemelak.head()).toBe(before + 2n);
  });
});

describe('a phone that asks what the log still holds', () => {
  it('learns what is missing', async () => {
    const lost = named('acknowledged by a log that was put back');
    const entries = [named('locked'), lost];
    expect((await kemelak.ask({ to: '/api/identity/known-entries', as: carrier, body: { entries } })).body).toEqual({ missing: [lost] });
  });
});

describe('an app', () => {
  it.each([
    ['that is too old is told so', '0', 412],
    ['that says no number is told so', 'new', 412],
    ['that is new enough is answered', '1', 200],
  ])('%s', async (_, app, status) => {
    const answer = await kemelak.ask({ to: '/api/identity/me', as: guard, headers: { 'saksi-app': app } });
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.body).toMatchObject({ code: 'app-too-old' });
  });
});
