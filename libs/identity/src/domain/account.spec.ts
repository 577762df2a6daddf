import { readdirSync, readFileSync } from 'node:fs';
import type { Metadata } from '#kernel';
import { account, accountIdOf, isLogin, type Account } from './account.ts';
import { activeGrantsAt, deviceOf, grantsFrom, grantsKnownAt, isSuspendedAt, postsAt, rolesAt } from './held.ts';
import { isAreaCode, isStationCode } from './place.ts';

interface Frozen {
  readonly type: string;
  readonly data: object;
  readonly metadata: Metadata;
}

const folder = new URL('history/', import.meta.url);
const files = readdirSync(folder);
const history = files
  .map((file): Frozen => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Frozen)
  .filter(({ type }) => type in account.evolve)
  .sort((one, other) => one.metadata.recordedAt - other.metadata.recordedAt);
const post = '018c2207-000b-7c41-9d2e-000000000001';
const device = '018c2207-000e-7c41-9d2e-000000000001';

const fold = (events: readonly Frozen[], from: Account = account.initial): Account =>
  events.reduce(
    (state, { type, data, metadata }, revision) =>
      account.fold(state, { id: metadata.commandId, stream: 'account', revision, position: 0n, type, data, metadata }),
    from,
  );
const at = (type: string): number => history.find((each) => each.type === `identity.${type}.v1`)?.metadata.recordedAt ?? NaN;
const whole = fold(history);
const began = 1_701_342_000_000;
const ended = 1_701_500_000_000;

describe('an account, from what identity ever wrote', () => {
  it('has every type of event', () => expect(history.map(({ type }) => type).sort()).toEqual(Object.keys(account.evolve).sort()));

  it('holds a role from its beginning to its end', () => {
    expect([began - 1, began, ended - 1, ended].map((instant) => rolesAt(whole, instant))).toEqual([[], ['guard'], ['guard'], []]);
    expect(postsAt(whole, began)).toEqual([post]);
  });

  it('holds it as was known: the end only since it was recorded', () => {
    const instant = ended + 1;
    expect(grantsKnownAt(whole, instant, at('role-ended') - 1)).toHaveLength(1);
    expect(grantsKnownAt(whole, instant, at('role-ended'))).toHaveLength(0);
    expect(grantsKnownAt(whole, began, at('role-granted') - 1)).toHaveLength(0);
    expect(grantsKnownAt(whole, began, at('role-granted'))).toHaveLength(1);
  });

  it('holds what is still to come', () => {
    expect(grantsFrom(whole, began - 1)).toHaveLength(1);
    expect(grantsFrom(whole, ended)).toHaveLength(0);
  });

  it('was suspended in between, and then nothing counts', () => {
    expect([at('account-suspended') - 1, at('account-suspended'), at('account-reinstated')].map((instant) => isSuspendedAt(whole, instant))).toEqual([
      false,
      true,
      false,
    ]);
    const suspended = fold(history.filter(({ type }) => type !== 'identity.account-reinstated.v1'));
    expect(activeGrantsAt(suspended, began)).toEqual([]);
  });

  it('had a device until it was revoked', () => {
    expect(deviceOf(whole, device)).toMatchObject({
      algorithm: 'ed25519',
      enrolledAt: at('device-enrolled'),
      revoked: { at: at('device-revoked'), lastTrustedSeq: 12 },
    });
  });

  it('has a passphrase, a PIN, and the codes that were promised last', () => {
    expect(whole).toMatchObject({ status: 'open', login: 'guard-7', hasPassphrase: true, hasPin: true });
    expect(whole.status === 'open' && whole.codes.map(({ purpose }) => purpose)).toEqual(['enrolment', 'reset']);
  });

  it('takes facts in any order without failing', () => {
    expect(() => fold(history.toReversed())).not.toThrow();
    expect(fold(history.slice(1))).toEqual({ status: 'unopened' });
    expect(fold(history, whole)).toMatchObject({ status: 'open', devices: [{ id: device }] });
  });
});

describe('a login', () => {
  it.each(['guard', 'guard-7', 'polres_oku.1', '7a'])('%s is one', (text) => expect(isLogin(text)).toBe(true));
  it.each(['', 'a', 'Guard', 'budi contoh', '-guard', 'a'.repeat(41), 'guard\n'])('"%s" is none', (text) => expect(isLogin(text)).toBe(false));
  it('is one account, however it is typed', () => expect(accountIdOf(' Guard-7 ')).toBe(accountIdOf('guard-7')));
});

describe('codes of places', () => {
  it.each(['16', '1601', '160114', '1601141011'])('%s is an area', (code) => expect(isAreaCode(code)).toBe(true));
  it.each(['', '1', '160', '16011', '16011410', '160114101112', '16a1'])('"%s" is none', (code) => expect(isAreaCode(code)).toBe(false));
  it('a station has three digits after its village', () =>
    expect(['1601141011-007', '1601141011-07', '160114-007'].map(isStationCode)).toEqual([true, false, false]));
});
