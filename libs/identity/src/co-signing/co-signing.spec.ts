import { grantRole } from '../features/grant-role/grant-role.ts';
import { revokeDevice } from '../features/revoke-device/revoke-device.ts';
import { suspendAccount } from '../features/suspend-account/suspend-account.ts';
import { Phone } from '../testing/phone.ts';
import { openWorld, start, type World } from '../testing/world.ts';
import type { CoSignatureClaim, Instant } from '#kernel';
import type { CoSignatureRefused } from '#cqrs';

const post = '018c0000-0000-7000-8000-0000000000b1';
const elsewhere = '018c0000-0000-7000-8000-0000000000b2';
const payload = Buffer.from('{"name":"access.admit-guest"}');
const pin = '730512';

let world: World;
let author: string;
let second: string;
beforeEach(async () => {
  world = await openWorld();
  author = await world.person('guard-7', 'guard', { post });
  second = await world.person('guard-8', 'guard', { post });
  await world.identity.signIn.givePin(second, pin);
});
afterEach(() => world.close());

type Of = { payload?: Uint8Array; post?: string; at?: Instant };
const verify = (claim: CoSignatureClaim, { payload: of = payload, post: where = post, at = start }: Of = {}) =>
  world.identity.coSigning.verify(claim, { payload: of, author, scopes: [{ post: where }], at });
const refused = (claim: CoSignatureClaim, why: CoSignatureRefused['why'], of?: Of) =>
  expect(verify(claim, of)).rejects.toMatchObject({ name: 'CoSignatureRefused', why });

describe('consent by PIN', () => {
  it('holds for another person with a role there', async () => expect(await verify({ user: second, pin })).toEqual({ user: second, method: 'pin' }));

  it('never is the author’s own', async () => {
    await world.identity.signIn.givePin(author, pin);
    await refused({ user: author, pin }, 'same-person');
  });

  it('needs the right PIN', () => refused({ user: second, pin: '730513' }, 'wrong-pin'));

  it('says the same of somebody who does not exist', () => refused({ user: elsewhere, pin }, 'wrong-pin'));

  it('is locked after five wrong ones, and the passphrase is not', async () => {
    for (let i = 0; i < 5; i += 1) await refused({ user: second, pin: '730513' }, 'wrong-pin');
    await refused({ user: second, pin }, 'locked');
    await expect(world.identity.signIn.signIn({ login: 'guard-8', passphrase: 'tujuh ikan di sungai', via: 'browser' })).resolves.toBeDefined();
    world.clock.set(start + 15 * 60_000);
    await expect(verify({ user: second, pin })).resolves.toBeDefined();
  });

  it('needs a role at the place', () => refused({ user: second, pin }, 'not-permitted', { post: elsewhere }));

  it('needs a role at the time', () => refused({ user: second, pin }, 'not-permitted', { at: start - 1 }));

  it('needs a role that stands at doors: an admin everywhere does not', async () => {
    const admin = await world.person('admin-1', 'admin', 'everywhere');
    await world.identity.signIn.givePin(admin, pin);
    await refused({ user: admin, pin }, 'not-permitted');
  });

  it('is not given by a suspended person', async () => {
    await world.command(suspendAccount, { account: second, reason: 'misuse' });
    await refused({ user: second, pin }, 'wrong-pin');
  });
});

describe.each(['ed25519', 'ecdsa-p256'] as const)('consent by a device (%s)', (algorithm) => {
  let phone: Phone;
  beforeEach(async () => {
    phone = new Phone('018c0000-0000-7000-8000-0000000000f1', algorithm);
    await world.enrol(second, phone.id, phone.publicKey, algorithm);
  });

  it('holds for another person with a role there', async () =>
    expect(await verify(phone.consent(second, start, payload))).toEqual({ user: second, method: 'device' }));

  it('holds for this command alone', () => refused(phone.consent(second, start, Buffer.from('{"name":"access.unlock-door"}')), 'bad-signature'));

  it.each([{ seq: 9 }, { clock: start - 1 }, { signature: 'A'.repeat(86) }])('does not hold when %j was exchanged', (changed) =>
    refused({ ...phone.consent(second, start, payload), ...changed }, 'bad-signature'),
  );

  it('is taken again when the command is sent again', async () => {
    const consent = phone.consent(second, start, payload);
    await verify(consent);
    await expect(verify(consent)).resolves.toBeDefined();
  });

  it('is refused from a device of somebody else', async () => {
    const third = await world.person('guard-9', 'guard', { post });
    await refused({ ...phone.consent(second, start, payload), user: third }, 'unknown-device');
  });

  it('is never the author’s own, on whichever device', () => refused({ ...phone.consent(second, start, payload), user: author }, 'same-person'));

  it('is refused from a revoked device, for what happens since', async () => {
    const consent = phone.consent(second, start, payload);
    world.clock.set(start + 1_000);
    await world.command(revokeDevice, { account: second, device: phone.id, lastTrustedSeq: 1 });
    await refused(consent, 'unknown-device', { at: start + 1_000 });
    await expect(verify(consent, { at: start + 999 })).resolves.toBeDefined();
  });

  it('is refused from a revoked device that nobody trusts any more', async () => {
    const consent = phone.consent(second, start, payload);
    world.clock.set(start + 1_000);
    await world.command(revokeDevice, { account: second, device: phone.id });
    await refused(consent, 'unknown-device', { at: start });
  });

  it('needs a role at the place', async () => {
    await refused(phone.consent(second, start, payload), 'not-permitted', { post: elsewhere });
    await world.command(grantRole, { account: second, grant: elsewhere, role: 'guard', post: elsewhere, from: start });
    await expect(verify(phone.consent(second, start, payload), { post: elsewhere })).resolves.toBeDefined();
  });

  it('counts in the device’s sequence', async () => {
    await verify(phone.consent(second, start, payload));
    const { entry, payload: signed } = phone.entry(second, start, {});
    const claim = await world.identity.devices.check(entry, { author: second, payload: signed, commandId: elsewhere, voice: 'asked', now: start });
    expect(claim).not.toHaveProperty('marks');
  });
});
