import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReadModels, rebuildIdentity, type ReadModels } from '#read-models';
import type { Instant } from '#kernel';
import { account } from '../domain/account.ts';
import { accountList } from '../features/accounts/accounts.ts';
import { deviceList } from '../features/devices/devices.ts';
import { endRole } from '../features/end-role/end-role.ts';
import { enrolDevice } from '../features/enrol-device/enrol-device.ts';
import { grantRole } from '../features/grant-role/grant-role.ts';
import { onDuty } from '../features/on-duty/on-duty.ts';
import { reinstateAccount } from '../features/reinstate-account/reinstate-account.ts';
import { revokeDevice } from '../features/revoke-device/revoke-device.ts';
import { suspendAccount } from '../features/suspend-account/suspend-account.ts';
import { identityProjections } from '../identity.module.ts';
import { Phone } from '../testing/phone.ts';
import { openWorld, start, type World } from '../testing/world.ts';

const post = '018c0000-0000-7000-8000-0000000000b1';
const elsewhere = '018c0000-0000-7000-8000-0000000000b2';
const grant = '018c0000-0000-7000-8000-000000000091';
const hour = 3_600_000;

let folder: string;
let world: World;
let models: ReadModels;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saksi-identity-views-'));
  world = await openWorld();
  models = await openReadModels({
    folder,
    store: world.store,
    modules: [identityProjections],
    knownTypes: Object.keys(account.evolve),
    readers: 1,
    pollMs: 20,
  });
});
afterEach(async () => {
  await models.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

const actor = { user: 'operator', role: 'commander' } as const;
const seen = async (): Promise<void> => models.caughtUp(await world.store.head());
const at = (instant: Instant, what: () => Promise<unknown>): Promise<unknown> => {
  world.clock.set(instant);
  return what();
};
const duty = async (args: { at?: Instant; knownAt?: Instant } = {}): Promise<readonly string[]> => {
  await seen();
  const { answer } = await models.find(onDuty, { post, ...args }, { actor, now: world.clock.now() });
  return answer.map(({ login, role }) => `${login} ${role}`);
};

it('tells who was on duty then, as it is known now and as it was known then', async () => {
  const guard = await world.person('guard-7');
  await world.person('guard-8', 'guard', { post: elsewhere });
  await at(start + hour, () => world.command(grantRole, { account: guard, grant, role: 'guard', post, from: start, until: start + 10 * hour }));
  await at(start + 6 * hour, () => world.command(endRole, { account: guard, grant, at: start + 4 * hour }));

  expect(await duty({ at: start - 1 })).toEqual([]);
  expect(await duty({ at: start })).toEqual(['guard-7 guard']);
  expect(await duty({ at: start + 4 * hour - 1 })).toEqual(['guard-7 guard']);
  expect(await duty({ at: start + 4 * hour })).toEqual([]);
  expect(await duty({ at: start + 4 * hour, knownAt: start + 6 * hour - 1 })).toEqual(['guard-7 guard']);
  expect(await duty({ at: start + 10 * hour, knownAt: start + 6 * hour - 1 })).toEqual([]);
  expect(await duty({ at: start, knownAt: start + hour - 1 })).toEqual([]);
  expect(await duty()).toEqual([]);
});

it('leaves out who was suspended, while it lasted', async () => {
  const guard = await world.person('guard-7', 'guard', { post });
  await at(start + hour, () => world.command(suspendAccount, { account: guard, reason: 'investigation' }));
  await at(start + 2 * hour, () => world.command(reinstateAccount, { account: guard }));
  expect(await duty({ at: start + hour - 1 })).toHaveLength(1);
  expect(await duty({ at: start + hour })).toEqual([]);
  expect(await duty({ at: start + hour, knownAt: start + hour - 1 })).toHaveLength(1);
  expect(await duty({ at: start + 2 * hour })).toHaveLength(1);
});

it('lists accounts with the roles they hold at an instant, and no names', async () => {
  const guard = await world.person('guard-7', 'guard', { post });
  await world.person('admin-1', 'admin', 'everywhere');
  await world.command(grantRole, { account: guard, grant, role: 'commander', area: '1601', from: start + hour });
  await at(start + hour, () => world.command(suspendAccount, { account: guard, reason: 'misuse' }));
  await seen();
  const list = async (args: { post?: string; at?: Instant }) => (await models.find(accountList, args, { actor, now: world.clock.now() })).answer;
  const opened = '2023-11-30T19:00:00.000+07:00';
  expect(await list({ at: start })).toMatchObject([
    { login: 'admin-1', roles: ['admin'], suspended: false, opened },
    { login: 'guard-7', roles: ['guard'], suspended: false, opened },
  ]);
  expect(await list({ post })).toEqual([{ account: guard, login: 'guard-7', roles: ['commander', 'guard'], suspended: true, opened }]);
  expect(await list({ post: elsewhere })).toEqual([]);
});

it('lists the devices of an account, also those that were revoked', async () => {
  const guard = await world.person('guard-7', 'guard', { post });
  const [one, two] = [new Phone('018c0000-0000-7000-8000-0000000000f1'), new Phone('018c0000-0000-7000-8000-0000000000f2', 'ecdsa-p256')];
  for (const { id, publicKey, algorithm } of [one, two]) await world.enrol(guard, id, publicKey, algorithm);
  await at(start + hour, () => world.command(revokeDevice, { account: guard, device: one.id, lastTrustedSeq: 3 }));
  await seen();
  const { answer } = await models.find(deviceList, { account: guard }, { actor, now: world.clock.now() });
  const enrolled = '2023-11-30T19:00:00.000+07:00';
  expect(answer).toEqual([
    { device: one.id, algorithm: 'ed25519', enrolled, revoked: '2023-11-30T20:00:00.000+07:00', lastTrustedSeq: 3, replaces: null, replacedBy: null },
    { device: two.id, algorithm: 'ecdsa-p256', enrolled, revoked: null, lastTrustedSeq: null, replaces: null, replacedBy: null },
  ]);
});

it('shows which device took the place of which', async () => {
  const guard = await world.person('guard-7', 'guard', { post });
  const [first, second, third] = [1, 2, 3].map((number) => new Phone(`018c0000-0000-7000-8000-0000000000f${number}`)) as [Phone, Phone, Phone];
  await world.enrol(guard, first.id, first.publicKey, first.algorithm);
  for (const [before, next] of [
    [first, second],
    [second, third],
  ] as const) {
    const { id, publicKey, algorithm } = next;
    await world.command(enrolDevice, { account: guard, device: id, publicKey, algorithm, replaces: before.id, lastTrustedSeq: 7 });
  }
  await seen();
  const { answer } = await models.find(deviceList, { account: guard }, { actor, now: world.clock.now() });
  const believed = { revoked: null, lastTrustedSeq: null };
  const not = { revoked: '2023-11-30T19:00:00.000+07:00', lastTrustedSeq: 7 };
  expect(answer).toMatchObject([
    { device: first.id, ...not, replaces: null, replacedBy: second.id },
    { device: second.id, ...not, replaces: first.id, replacedBy: third.id },
    { device: third.id, ...believed, replaces: second.id, replacedBy: null },
  ]);
});

it('rebuilds identically', async () => {
  const guard = await world.person('guard-7', 'guard', { post });
  const phone = new Phone('018c0000-0000-7000-8000-0000000000f1');
  await world.enrol(guard, phone.id, phone.publicKey, phone.algorithm);
  await world.command(grantRole, { account: guard, grant, role: 'station-officer', stations: ['1601141011-007'], from: start });
  await at(start + hour, () => world.command(endRole, { account: guard, grant, at: start + hour }));
  await world.command(suspendAccount, { account: guard, reason: 'misuse' });
  await world.command(revokeDevice, { account: guard, device: phone.id });
  await seen();
  expect(await rebuildIdentity(models)).toMatchObject([{ context: 'identity', differing: [], rows: { account: 1, held: 2, ended: 1, active: 1, device: 1 } }]);
});
