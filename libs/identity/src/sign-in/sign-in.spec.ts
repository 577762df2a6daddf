import { issueResetCode } from '../features/issue-reset-code/issue-reset-code.ts';
import { suspendAccount } from '../features/suspend-account/suspend-account.ts';
import { accountIdOf } from '../domain/account.ts';
import { openWorld, passphrase, start, type World } from '../testing/world.ts';
import { uuidv7 } from '#kernel';
import { LockedOut, TooWeak, WrongSecret } from './errors.ts';

const post = '018c0000-0000-7000-8000-0000000000b1';
const minute = 60_000;
const next = 'delapan ayam di ladang';

let world: World;
let guard: string;
let leader: string;
const address = '10.0.0.7';
beforeEach(async () => {
  world = await openWorld();
  guard = await world.person('guard-7', 'guard', { post });
  leader = await world.person('leader-1', 'squad-leader', { post });
});
afterEach(() => world.close());

const signIn = (login = 'guard-7', secret = passphrase, from = address) =>
  world.identity.signIn.signIn({ login, passphrase: secret, via: 'program', address: from });
const failTimes = async (times: number, login = 'guard-7', from = address): Promise<void> => {
  for (let i = 0; i < times; i += 1) await expect(signIn(login, 'wrong passphrase', from)).rejects.toThrow(WrongSecret);
};

describe('sign-in', () => {
  it('opens a session for who knows the passphrase', async () => {
    const { token, session } = await signIn();
    expect(session.user).toBe(guard);
    expect(world.identity.sessions.resolve(token)).toMatchObject({ user: guard });
  });

  it.each(['GUARD-7', ' guard-7 '])('takes the login as people type it: "%s"', async (login) => expect((await signIn(login)).session.user).toBe(guard));

  it.each([
    ['a wrong passphrase', 'guard-7', 'tujuh ikan di sungaj'],
    ['an unknown login', 'guard-8', passphrase],
    ['something that is no login', 'a name with spaces', passphrase],
  ])('answers %s in one and the same way', async (_, login, secret) => {
    await expect(signIn(login, secret)).rejects.toThrow(new WrongSecret('passphrase'));
  });

  it('refuses a suspended account, although the passphrase fits', async () => {
    await world.command(suspendAccount, { account: guard, reason: 'misuse' });
    await expect(signIn()).rejects.toThrow(WrongSecret);
  });

  it('puts no secret into the log', async () => {
    const log = JSON.stringify(await world.eventsOf(guard));
    expect(log).toContain('identity.passphrase-set.v1');
    expect(log).not.toContain(passphrase);
    expect(log).not.toContain('argon2');
  });
});

describe('lock-out', () => {
  it('locks after five wrong attempts, for fifteen minutes, and records it once', async () => {
    await failTimes(5);
    await expect(signIn()).rejects.toThrow(LockedOut);
    world.clock.set(start + 15 * minute - 1);
    await expect(signIn()).rejects.toThrow(LockedOut);
    world.clock.set(start + 15 * minute);
    await expect(signIn()).resolves.toBeDefined();
    world = await world.restarted();
    expect((await world.eventsOf(guard)).filter(({ type }) => type === 'identity.sign-in-locked.v1')).toEqual([
      { type: 'identity.sign-in-locked.v1', data: { what: 'passphrase', until: start + 15 * minute } },
    ]);
    expect(world.failures).toEqual([]);
  });

  it('says how long to wait', async () => {
    await failTimes(5);
    world.clock.set(start + 5 * minute);
    await expect(signIn()).rejects.toMatchObject({ retryAfter: 600 });
  });

  it('survives a restart', async () => {
    await failTimes(5);
    world = await world.restarted();
    await expect(signIn()).rejects.toThrow(LockedOut);
  });

  it('forgets wrong attempts at a right one', async () => {
    for (let round = 0; round < 3; round += 1) {
      await failTimes(4);
      await signIn();
    }
  });

  it('is not evaded by guessing all at once', async () => {
    const guesses = await Promise.allSettled(Array.from({ length: 20 }, () => signIn('guard-7', 'wrong passphrase')));
    const why = guesses.map((guess) => (guess.status === 'rejected' && guess.reason instanceof WrongSecret ? 'wrong' : 'locked'));
    expect(why.filter((each) => each === 'wrong')).toHaveLength(5);
  });

  it('treats an unknown login like a known one, and records nothing of it', async () => {
    await failTimes(5, 'nobody-9');
    await expect(signIn('nobody-9')).rejects.toThrow(LockedOut);
    world = await world.restarted();
    expect(await world.eventsOf(accountIdOf('nobody-9'))).toEqual([]);
    expect(world.failures).toEqual([]);
  });

  it('leaves other accounts alone', async () => {
    await failTimes(5);
    await expect(signIn('leader-1')).resolves.toBeDefined();
  });

  it('limits an address that tries many accounts, and not its neighbours', async () => {
    for (let i = 0; i < 50; i += 1) await failTimes(1, `stranger-${i}`);
    await expect(signIn()).rejects.toThrow(LockedOut);
    await expect(signIn('guard-7', passphrase, '10.0.0.8')).resolves.toBeDefined();
  });
});

describe('changing a passphrase', () => {
  it('needs the current one, records it, and ends the other sessions', async () => {
    const [here, elsewhere] = [await signIn(), await signIn()];
    await world.identity.signIn.changePassphrase(here.session, { current: passphrase, next });
    expect(world.identity.sessions.resolve(here.token)).toBeDefined();
    expect(world.identity.sessions.resolve(elsewhere.token)).toBeUndefined();
    await expect(signIn()).rejects.toThrow(WrongSecret);
    await expect(signIn('guard-7', next)).resolves.toBeDefined();
    expect(await world.eventsOf(guard)).toContainEqual({ type: 'identity.passphrase-set.v1', data: { how: 'own' } });
  });

  it('counts wrong current ones like sign-in', async () => {
    const { session } = await signIn();
    for (let i = 0; i < 5; i += 1)
      await expect(world.identity.signIn.changePassphrase(session, { current: 'wrong passphrase', next })).rejects.toThrow(WrongSecret);
    await expect(world.identity.signIn.changePassphrase(session, { current: passphrase, next })).rejects.toThrow(LockedOut);
    await expect(signIn()).rejects.toThrow(LockedOut);
  });

  it.each([
    ['short', 'too-short'],
    ['guard-7guard-7', 'holds-the-login'],
    ['aaaaaaaaaaaa', 'too-simple'],
    ['x'.repeat(201), 'too-long'],
  ])('refuses %s', async (weak, weakness) => {
    const { session } = await signIn();
    await expect(world.identity.signIn.changePassphrase(session, { current: passphrase, next: weak })).rejects.toMatchObject({ name: 'TooWeak', weakness });
    await expect(signIn()).resolves.toBeDefined();
  });
});

describe('a reset code', () => {
  const issue = async (): Promise<string> => {
    const code = uuidv7(world.clock.now());
    await world.recorder.record(
      issueResetCode,
      { account: guard },
      { commandId: code, principal: { kind: 'person', user: leader, session: 's' }, voice: 'asked' },
    );
    return code;
  };
  const collect = (code: string, by = leader) => world.identity.signIn.collectCode({ user: by, id: 's' }, { account: guard, code });
  const use = (text: string, secret = next, login = 'guard-7') => world.identity.signIn.useResetCode({ login, code: text, next: secret, address });

  it('sets a new passphrase, ends every session, and opens what was locked', async () => {
    const before = await signIn();
    await failTimes(5);
    const code = await collect(await issue());
    await use(code?.text ?? '');
    expect(world.identity.sessions.resolve(before.token)).toBeUndefined();
    await expect(signIn('guard-7', next)).resolves.toBeDefined();
    expect(await world.eventsOf(guard)).toContainEqual({ type: 'identity.passphrase-set.v1', data: { how: 'reset' } });
  });

  it('works once', async () => {
    const code = await collect(await issue());
    await use(code?.text ?? '');
    await expect(use(code?.text ?? '', passphrase)).rejects.toThrow(WrongSecret);
  });

  it('works once, also when it is used twice at the same moment', async () => {
    const code = await collect(await issue());
    const uses = await Promise.allSettled([use(code?.text ?? ''), use(code?.text ?? '')]);
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is taken however it is typed', async () => {
    const code = await collect(await issue());
    await use(` ${(code?.text ?? '').toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `);
    await expect(signIn('guard-7', next)).resolves.toBeDefined();
  });

  it('does not work after its time', async () => {
    const code = await collect(await issue());
    world.clock.set(code?.until ?? 0);
    await expect(use(code?.text ?? '')).rejects.toThrow(WrongSecret);
  });

  it('does not work for another account', async () => {
    const code = await collect(await issue());
    await expect(use(code?.text ?? '', next, 'leader-1')).rejects.toThrow(WrongSecret);
  });

  it('is not used up by a passphrase that is too weak', async () => {
    const code = await collect(await issue());
    await expect(use(code?.text ?? '', 'short')).rejects.toThrow(TooWeak);
    await expect(use(code?.text ?? '')).resolves.toBeUndefined();
  });

  it('stops working when another one is collected', async () => {
    const first = await collect(await issue());
    world.clock.set(start + 1);
    const second = await collect(await issue());
    await expect(use(first?.text ?? '')).rejects.toThrow(WrongSecret);
    await expect(use(second?.text ?? '')).resolves.toBeUndefined();
  });

  it('is shown once, and to nobody but its issuer', async () => {
    const code = await issue();
    expect(await collect(code, guard)).toBeUndefined();
    expect(await collect(code)).toMatchObject({ until: start + 30 * minute });
    expect(await collect(code)).toBeUndefined();
    expect(await collect(uuidv7(start))).toBeUndefined();
  });

  it('cannot be guessed for long', async () => {
    for (let i = 0; i < 5; i += 1) await expect(use('AAAA-BBBB-CCCC')).rejects.toThrow(WrongSecret);
    await expect(use('AAAA-BBBB-CCCC')).rejects.toThrow(LockedOut);
  });
});

describe('a PIN', () => {
  it('is set with the passphrase, and recorded without itself', async () => {
    const { session } = await signIn();
    await world.identity.signIn.setPin(session, { passphrase, pin: '730512' });
    await expect(world.identity.signIn.checkPin(guard, '730512')).resolves.toBeUndefined();
    await expect(world.identity.signIn.checkPin(guard, '730513')).rejects.toThrow(WrongSecret);
    expect(await world.eventsOf(guard)).toContainEqual({ type: 'identity.pin-set.v1', data: {} });
  });

  it('is not set without the passphrase', async () => {
    const { session } = await signIn();
    await expect(world.identity.signIn.setPin(session, { passphrase: 'wrong passphrase', pin: '730512' })).rejects.toThrow(WrongSecret);
    await expect(world.identity.signIn.checkPin(guard, '730512')).rejects.toThrow(WrongSecret);
  });

  it.each(['12345', '111111', '123456', '987654', '73051a', '7305121234567'])('is not %s', async (pin) => {
    const { session } = await signIn();
    await expect(world.identity.signIn.setPin(session, { passphrase, pin })).rejects.toThrow(TooWeak);
  });
});
