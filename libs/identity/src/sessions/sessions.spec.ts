import { readFileSync, statSync } from 'node:fs';
import { settableClock, type SettableClock } from '#kernel';
import type { Secrets } from '../secrets/secrets.ts';
import { secretsFolder } from '../testing/secrets-folder.ts';
import { openSessions, type SessionStore } from './sessions.ts';

const hour = 3_600_000;
const start = 1_700_000_000_000;
const ani = '018c0000-0000-7000-8000-00000000000a';
const budi = '018c0000-0000-7000-8000-00000000000b';

let folder: ReturnType<typeof secretsFolder>;
let clock: SettableClock;
let secrets: Secrets;
let sessions: SessionStore;

beforeEach(async () => {
  folder = secretsFolder();
  clock = settableClock(start);
  secrets = folder.open();
  sessions = await openSessions(secrets, clock, { perAccount: 3 });
});
afterEach(() => folder.remove());

const restart = async (): Promise<void> => {
  await sessions.close();
  await secrets.close();
  secrets = folder.open();
  sessions = await openSessions(secrets, clock, { perAccount: 3 });
};

describe('sessions', () => {
  it('resolve to their account', async () => {
    const { token, session } = await sessions.open(ani, 'browser');
    expect(sessions.resolve(token)).toMatchObject({ id: session.id, user: ani, via: 'browser', until: start + 7 * 24 * hour });
  });

  it('have 32 random bytes as token, of which the file knows nothing', async () => {
    const { token } = await sessions.open(ani, 'program');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    await restart();
    await secrets.close();
    expect(readFileSync(folder.file).includes(token)).toBe(false);
    expect(statSync(folder.file).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(10_000)])('do not resolve an unknown token', (token) => expect(sessions.resolve(token)).toBeUndefined());

  it('end when nobody uses them for 12 hours', async () => {
    const { token } = await sessions.open(ani, 'browser');
    clock.set(start + 12 * hour - 1);
    expect(sessions.resolve(token)).toBeDefined();
    clock.set(start + 24 * hour - 2);
    expect(sessions.resolve(token)).toBeDefined();
    clock.set(start + 36 * hour - 2);
    expect(sessions.resolve(token)).toBeUndefined();
  });

  it('end after seven days, however much they are used', async () => {
    const { token } = await sessions.open(ani, 'browser');
    for (let at = start; at < start + 7 * 24 * hour; at += 6 * hour) {
      clock.set(at);
      expect(sessions.resolve(token)).toBeDefined();
    }
    clock.set(start + 7 * 24 * hour);
    expect(sessions.resolve(token)).toBeUndefined();
  });

  it('survive a restart, with their last use', async () => {
    const { token } = await sessions.open(ani, 'browser');
    clock.set(start + 11 * hour);
    sessions.resolve(token);
    await restart();
    clock.set(start + 22 * hour);
    expect(sessions.resolve(token)).toMatchObject({ user: ani });
  });

  it('that are over do not come back with a restart', async () => {
    const { token } = await sessions.open(ani, 'browser');
    clock.set(start + 13 * hour);
    await restart();
    clock.set(start);
    expect(sessions.resolve(token)).toBeUndefined();
  });

  it('end one by one', async () => {
    const one = await sessions.open(ani, 'browser');
    const two = await sessions.open(ani, 'browser');
    await sessions.end(one.session.id);
    expect(sessions.resolve(one.token)).toBeUndefined();
    expect(sessions.resolve(two.token)).toBeDefined();
    await restart();
    expect(sessions.resolve(one.token)).toBeUndefined();
    expect(sessions.resolve(two.token)).toBeDefined();
  });

  it('end at once, before the file knows', async () => {
    const { token, session } = await sessions.open(ani, 'browser');
    const ended = sessions.end(session.id);
    expect(sessions.resolve(token)).toBeUndefined();
    await ended;
  });

  it('end all of one account, and of nobody else', async () => {
    const tokens = [await sessions.open(ani, 'browser'), await sessions.open(ani, 'program')];
    const other = await sessions.open(budi, 'browser');
    expect(await sessions.endAll(ani)).toBe(2);
    await restart();
    for (const { token } of tokens) expect(sessions.resolve(token)).toBeUndefined();
    expect(sessions.resolve(other.token)).toMatchObject({ user: budi });
  });

  it('end all but the one at hand', async () => {
    const kept = await sessions.open(ani, 'browser');
    const ended = await sessions.open(ani, 'browser');
    await sessions.endAll(ani, { except: kept.session.id });
    await restart();
    expect(sessions.resolve(kept.token)).toBeDefined();
    expect(sessions.resolve(ended.token)).toBeUndefined();
  });

  it('are told of when they end, at once and whatever ends them, until nobody asks any more', async () => {
    const told: string[] = [];
    const stop = sessions.onEnded((id) => told.push(id));
    const [first, second, third] = [await sessions.open(ani, 'program'), await sessions.open(ani, 'program'), await sessions.open(ani, 'program')];
    const ending = sessions.end(first.session.id);
    expect(told).toEqual([first.session.id]);
    await ending;
    await sessions.endAll(ani, { except: third.session.id });
    expect(told).toEqual([first.session.id, second.session.id]);
    clock.set(start + 12 * hour);
    sessions.resolve(third.token);
    expect(told).toEqual([first.session.id, second.session.id, third.session.id]);
    stop();
    await sessions.end((await sessions.open(ani, 'program')).session.id);
    expect(told).toHaveLength(3);
  });

  it('are bounded per account: the longest unused one goes', async () => {
    const opened: { readonly token: string }[] = [];
    for (let i = 0; i < 3; i += 1) {
      clock.set(start + i);
      opened.push(await sessions.open(ani, 'browser'));
    }
    clock.set(start + 10);
    sessions.resolve(opened[0]?.token ?? '');
    opened.push(await sessions.open(ani, 'browser'));
    const alive = (): boolean[] => opened.map(({ token }) => sessions.resolve(token) !== undefined);
    expect(alive()).toEqual([true, false, true, true]);
    await restart();
    expect(alive()).toEqual([true, false, true, true]);
    expect(sessions.of(ani)).toHaveLength(3);
  });
});
