import { reinstateAccount } from '../features/reinstate-account/reinstate-account.ts';
import { suspendAccount } from '../features/suspend-account/suspend-account.ts';
import { openWorld, type World } from '../testing/world.ts';
import { endSessionsOfSuspended, type EndWhenSuspendedParts } from './end-when-suspended.ts';

const post = '018c0000-0000-7000-8000-0000000000b1';

let world: World;
let guard: string;
let other: string;
beforeEach(async () => {
  world = await openWorld();
  guard = await world.person('guard-7', 'guard', { post });
  other = await world.person('guard-8', 'guard', { post });
});
afterEach(() => world.close());

/** Runs the watch until the guard has no session, however long this machine takes. */
async function watchUntilEnded(suspend: () => Promise<void>, store: EndWhenSuspendedParts['store'] = world.store): Promise<readonly unknown[]> {
  const stop = new AbortController();
  const failures: unknown[] = [];
  const { sessions, loadAccount } = world.identity;
  const watching = endSessionsOfSuspended({
    store,
    sessions,
    loadAccount,
    clock: world.clock,
    signal: stop.signal,
    onFailure: (error) => failures.push(error),
    retryMs: 1,
  });
  await suspend();
  while (sessions.of(guard).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  stop.abort();
  await watching;
  return failures;
}

const suspend = () => world.command(suspendAccount, { account: guard, reason: 'lost-credentials' });

describe('a suspension', () => {
  it('ends the sessions of the account, and of nobody else', async () => {
    const mine = await world.identity.sessions.open(guard, 'browser');
    const theirs = await world.identity.sessions.open(other, 'browser');
    expect(await watchUntilEnded(suspend)).toEqual([]);
    expect(world.identity.sessions.resolve(mine.token)).toBeUndefined();
    expect(world.identity.sessions.resolve(theirs.token)).toBeDefined();
  });

  it('that happened before the watch began ends them too', async () => {
    await world.identity.sessions.open(guard, 'browser');
    await suspend();
    await watchUntilEnded(async () => undefined);
  });

  it('is noticed after the log could not be read for a while', async () => {
    await world.identity.sessions.open(guard, 'browser');
    let broken = 3;
    const head = async (): Promise<bigint> => {
      if ((broken -= 1) >= 0) throw new Error('the log is away');
      return world.store.head();
    };
    const failures = await watchUntilEnded(suspend, { head, subscribe: (options) => world.store.subscribe(options) });
    expect(failures).toHaveLength(3);
  });

  it('that was lifted ends nothing more', async () => {
    await suspend();
    await world.command(reinstateAccount, { account: guard });
    const back = await world.identity.sessions.open(guard, 'browser');
    const stop = new AbortController();
    const { sessions, loadAccount } = world.identity;
    const watching = endSessionsOfSuspended({ store: world.store, sessions, loadAccount, clock: world.clock, signal: stop.signal, onFailure: () => undefined });
    await sessions.open(other, 'browser');
    await world.command(suspendAccount, { account: other, reason: 'misuse' });
    while (sessions.of(other).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await watching;
    expect(sessions.resolve(back.token)).toBeDefined();
  });
});
