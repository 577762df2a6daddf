import { Objected } from '#cqrs';
import { createFirstAdmin, NotALogin } from './first-admin.ts';
import { accountIdOf } from './domain/account.ts';
import { TooWeak } from './sign-in/errors.ts';
import { openWorld, passphrase, start, type World } from './testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const create = (login: string, secret = passphrase) =>
  createFirstAdmin({ login, passphrase: secret, by: 'operator' }, { recorder: world.recorder, signIn: world.identity.signIn, clock: world.clock });

describe('the first admin', () => {
  it('signs in and may do what an admin may, everywhere', async () => {
    const user = await create('admin');
    expect(user).toBe(accountIdOf('admin'));
    const { session } = await world.identity.signIn.signIn({ login: 'admin', passphrase, via: 'program' });
    await expect(
      world.identity.authority.actorFor({ kind: 'person', user: session.user, session: session.id }, ['admin'], ['everywhere'], start),
    ).resolves.toEqual({ user, role: 'admin' });
  });

  it('is recorded as what the operating-system user did', async () => {
    await create('admin');
    expect((await world.eventsOf(accountIdOf('admin'))).map(({ type }) => type)).toEqual([
      'identity.account-opened.v1',
      'identity.role-granted.v1',
      'identity.passphrase-set.v1',
    ]);
    for await (const batch of world.store.readAll()) {
      const actors = batch.map(({ metadata }) => (JSON.parse(Buffer.from(metadata).toString()) as { actor: { user: string } }).actor.user);
      expect(actors).toEqual(['operator', 'operator', 'process:identity']);
    }
  });

  it('is not made twice', async () => {
    await create('admin');
    await expect(create('admin', 'another passphrase')).rejects.toThrow(Objected);
    await expect(world.identity.signIn.signIn({ login: 'admin', passphrase, via: 'program' })).resolves.toBeDefined();
  });

  it.each([
    ['a name', 'Budi Contoh', passphrase, NotALogin],
    ['a weak passphrase', 'admin', 'short', TooWeak],
  ])('is not made with %s, and nothing is recorded', async (_, login, secret, error) => {
    await expect(create(login, secret)).rejects.toThrow(error);
    expect(await world.store.head()).toBe(0n);
  });
});
