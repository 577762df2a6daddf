import type { DeviceRefused } from '#cqrs';
import { revokeDevice } from '../features/revoke-device/revoke-device.ts';
import { Phone } from '../testing/phone.ts';
import { openWorld, start, type World } from '../testing/world.ts';

const post = '018c0000-0000-7000-8000-0000000000b1';
const phoneId = '018c0000-0000-7000-8000-0000000000f1';

let world: World;
let guard: string;
let phone: Phone;
beforeEach(async () => {
  world = await openWorld();
  guard = await world.person('guard-7', 'guard', { post });
  phone = new Phone(phoneId);
  await world.enrol(guard, phone.id, phone.publicKey, phone.algorithm);
});
afterEach(() => world.close());

type Signed = ReturnType<Phone['entry']>;
type Told = { voice?: 'asked' | 'testified'; author?: string; sentAt?: number };

const check = ({ entry, payload }: Signed, { voice = 'testified', author = guard, sentAt = start }: Told = {}) =>
  world.identity.devices.check(entry, { author, payload, commandId: phoneId, voice, now: start, sentAt });
const marksOf = async (signed: Signed, told?: Told): Promise<readonly string[]> => (await check(signed, told)).marks ?? [];
const refused = (signed: Signed, why: DeviceRefused['why'], told: Told = {}) =>
  expect(check(signed, { voice: 'asked', ...told })).rejects.toMatchObject({ name: 'DeviceRefused', why });

const next = (body: object = {}): Signed => phone.entry(guard, start - 1_000, body);

describe('what a device signed', () => {
  it.each(['ed25519', 'ecdsa-p256'] as const)('is recorded as it claims, without a mark, signed with %s', async (algorithm) => {
    const other = new Phone('018c0000-0000-7000-8000-0000000000f2', algorithm);
    await world.enrol(guard, other.id, other.publicKey, algorithm);
    const signed = other.entry(guard, start - 7_000, { door: 'A' });
    expect(await check(signed, { voice: 'asked', sentAt: start - 250 })).toEqual({
      id: other.id,
      seq: 1,
      clock: start - 7_000,
      offset: 250,
      signature: signed.entry.signature,
    });
  });

  it('is kept as testimony with a mark, and refused when asked, if the signature does not fit', async () => {
    const { entry } = next({ door: 'A' });
    const { payload } = new Phone(phoneId).entry(guard, start - 1_000, { door: 'B' });
    expect(await marksOf({ entry, payload })).toEqual(['bad-signature']);
    await refused({ entry, payload }, 'bad-signature');
  });

  it('is nobody’s word when the author never enrolled the device', async () => {
    const leader = await world.person('leader-1', 'squad-leader', { post });
    expect(await marksOf(next(), { author: leader })).toEqual(['unknown-device']);
    await refused(next(), 'unknown-device', { author: leader });
  });

  it('takes no number from a sequence when the signature does not fit', async () => {
    const stranger = new Phone(phoneId);
    await marksOf(stranger.entry(guard, start, {}));
    expect(await marksOf(next())).toEqual([]);
  });
});

describe('a revoked device', () => {
  it('is no longer believed', async () => {
    await marksOf(next());
    await world.command(revokeDevice, { account: guard, device: phoneId });
    expect(await marksOf(next())).toEqual(['revoked']);
    await refused(next(), 'revoked');
  });

  it('is believed up to the last entry that was trusted', async () => {
    const [first, second, third] = [next(), next(), next()];
    await world.command(revokeDevice, { account: guard, device: phoneId, lastTrustedSeq: 2 });
    expect(await marksOf(first)).toEqual([]);
    expect(await marksOf(second, { voice: 'asked' })).toEqual([]);
    expect(await marksOf(third)).toEqual(['revoked']);
  });
});

describe('a device that another took the place of', () => {
  it('is believed up to the last entry that has come, also in those before it that come late, and no further', async () => {
    const [first, second, third] = [next(), next(), next()];
    await marksOf(second);
    const heir = new Phone('018c0000-0000-7000-8000-0000000000f3');
    const lastTrustedSeq = await world.identity.lastSeqOf(phoneId);
    await world.identity.journal.deviceEnrolled(guard, {
      device: heir.id,
      publicKey: heir.publicKey,
      algorithm: heir.algorithm,
      replaces: phoneId,
      ...(lastTrustedSeq !== undefined && { lastTrustedSeq }),
    });
    expect([await marksOf(first), await marksOf(second)]).toEqual([['sequence-late'], []]);
    expect(await marksOf(third)).toEqual(['revoked']);
    expect(await marksOf(heir.entry(guard, start - 1_000, {}))).toEqual([]);
  });
});

describe('a sequence', () => {
  it('goes on without a mark', async () => {
    for (let i = 0; i < 5; i += 1) expect(await marksOf(next({ i }), { voice: 'asked' })).toEqual([]);
  });

  it('is judged the same when the phone sends an entry again', async () => {
    const [first, second] = [next(), next()];
    expect(await marksOf(second)).toEqual(['sequence-gap']);
    expect(await marksOf(first)).toEqual(['sequence-late']);
    expect(await marksOf(first)).toEqual(['sequence-late']);
  });

  it('has a gap while an entry before is missing; asked, it is still taken', async () => {
    const [first, , third] = [next(), next(), next()];
    await marksOf(first);
    expect(await check(third, { voice: 'asked' })).toMatchObject({ marks: ['sequence-gap'], missing: 1 });
  });

  it('fits together when entries come late', async () => {
    const [first, second, third] = [next(), next(), next()];
    expect(await marksOf(third)).toEqual(['sequence-gap']);
    expect(await marksOf(first)).toEqual([]);
    expect(await marksOf(second)).toEqual(['sequence-late']);
  });

  it('is repeated when a number says two things', async () => {
    await marksOf(next({ badge: 'T-1' }));
    const again = phone.entry(guard, start, { badge: 'T-2' }, { seq: 1, previousHash: null });
    expect(await marksOf(again)).toEqual(['sequence-repeated']);
    await refused(again, 'sequence');
  });

  it('is forked when an entry names another one before it', async () => {
    await marksOf(next());
    const forked = phone.entry(guard, start, {}, { seq: 2, previousHash: 'a'.repeat(64) });
    expect(await marksOf(forked)).toEqual(['sequence-forked']);
    await refused(forked, 'sequence');
  });

  it('is forked when what comes late is not what the next one named', async () => {
    const [, third] = [next(), phone.entry(guard, start, {}, { seq: 3, previousHash: 'b'.repeat(64) })];
    await marksOf(third);
    expect(await marksOf(phone.entry(guard, start, { other: true }, { seq: 2, previousHash: 'c'.repeat(64) }))).toEqual([
      'sequence-gap',
      'sequence-late',
      'sequence-forked',
    ]);
  });

  it.each([
    [1, 'a'.repeat(64)],
    [2, null],
    [0, null],
  ])('cannot begin twice: number %d naming %s', async (seq, previousHash) => {
    await marksOf(next());
    expect(await marksOf(phone.entry(guard, start, { seq }, { seq, previousHash }))).toContain(seq === 1 ? 'sequence-repeated' : 'sequence-forked');
  });

  it('is remembered over a restart', async () => {
    await marksOf(next());
    world = await world.restarted();
    expect(await marksOf(next())).toEqual([]);
    expect(await marksOf(phone.entry(guard, start, { x: 1 }, { seq: 1, previousHash: null }))).toEqual(['sequence-repeated']);
  });
});

describe('the offset of a clock', () => {
  const claimOf = ({ entry, payload }: Signed, voice: 'asked' | 'testified') =>
    world.identity.devices.check(entry, { author: guard, payload, commandId: phoneId, voice, now: start });

  it('is measured by what is asked, and holds for testimony that comes later', async () => {
    expect(await claimOf(phone.entry(guard, start - 90_000, {}), 'asked')).toMatchObject({ offset: 90_000 });
    const told = await claimOf(phone.entry(guard, start - 500_000, {}), 'testified');
    expect(told).toMatchObject({ offset: 90_000 });
    expect(told).not.toHaveProperty('marks');
  });

  it('is said to be unknown when nobody measured it', async () => {
    expect(await claimOf(next(), 'testified')).toMatchObject({ offset: 0, marks: ['clock-not-measured'] });
  });
});
