import { event, naturalId, stream, type Instant, type Role, type Sealed } from '#kernel';
import type { Place } from './place.ts';

/** How a device signs: WebCrypto's Ed25519, or ECDSA on P-256 with SHA-256 and a 64-byte IEEE P1363 signature. */
export type DeviceAlgorithm = 'ed25519' | 'ecdsa-p256';
export const deviceAlgorithms = ['ed25519', 'ecdsa-p256'] as const satisfies readonly DeviceAlgorithm[];

export const accountOpened = event('identity.account-opened.v1')<{ login: string; person?: string; name?: Sealed }>();
export const roleGranted = event('identity.role-granted.v1')<{ grant: string; role: Role; place: Place; from: Instant; until?: Instant }>();
export const roleEnded = event('identity.role-ended.v1')<{ grant: string; at: Instant }>();
export const accountSuspended = event('identity.account-suspended.v1')<{ reason: SuspensionReason }>();
export const accountReinstated = event('identity.account-reinstated.v1')();
export const passphraseSet = event('identity.passphrase-set.v1')<{ how: PassphraseChange }>();
export const pinSet = event('identity.pin-set.v1')();
export const resetCodeIssued = event('identity.reset-code-issued.v1')<{ code: string; until: Instant }>();
export const enrolmentCodeIssued = event('identity.enrolment-code-issued.v1')<{ code: string; until: Instant }>();
export const signInLocked = event('identity.sign-in-locked.v1')<{ what: LockedSecret; until: Instant }>();
/** `replaces`: the device before it, of whose key nothing is left, or which is given up for it: the next epoch, and no gap. */
export const deviceEnrolled = event('identity.device-enrolled.v1')<{ device: string; publicKey: string; algorithm: DeviceAlgorithm; replaces?: string }>();
export const deviceRevoked = event('identity.device-revoked.v1')<{ device: string; lastTrustedSeq?: number }>();

export const suspensionReasons = ['left-service', 'lost-credentials', 'misuse', 'investigation', 'other'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];
export const passphraseChanges = ['first', 'own', 'reset'] as const;
export type PassphraseChange = (typeof passphraseChanges)[number];
export const lockedSecrets = ['passphrase', 'pin', 'code'] as const;
export type LockedSecret = (typeof lockedSecrets)[number];

export type AccountEvent = ReturnType<
  | typeof accountOpened
  | typeof roleGranted
  | typeof roleEnded
  | typeof accountSuspended
  | typeof accountReinstated
  | typeof passphraseSet
  | typeof pinSet
  | typeof resetCodeIssued
  | typeof enrolmentCodeIssued
  | typeof signInLocked
  | typeof deviceEnrolled
  | typeof deviceRevoked
>;

/** A role held at a place from an instant (inclusive) until another (exclusive). The `recordedAt`s say when Saksi learnt it. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly place: Place;
  readonly from: Instant;
  readonly until?: Instant;
  readonly recordedAt: Instant;
  readonly ended?: { readonly at: Instant; readonly recordedAt: Instant };
}

export interface Suspension {
  readonly from: Instant;
  readonly until?: Instant;
}

export interface Device {
  readonly id: string;
  readonly publicKey: string;
  readonly algorithm: DeviceAlgorithm;
  readonly enrolledAt: Instant;
  readonly replaces?: string;
  readonly revoked?: { readonly at: Instant; readonly lastTrustedSeq?: number };
}

/** A one-time code that was promised; the code itself exists only as a hash, outside of the log. */
export interface IssuedCode {
  readonly code: string;
  readonly purpose: CodePurpose;
  readonly by: string;
  readonly until: Instant;
}
export type CodePurpose = 'reset' | 'enrolment';

export interface OpenAccount {
  readonly status: 'open';
  readonly login: string;
  readonly name?: Sealed;
  readonly openedAt: Instant;
  readonly grants: readonly Grant[];
  readonly suspensions: readonly Suspension[];
  readonly devices: readonly Device[];
  /** The last one of each purpose: issuing another replaces it. */
  readonly codes: readonly IssuedCode[];
  readonly hasPassphrase: boolean;
  readonly hasPin: boolean;
}

export type Account = { readonly status: 'unopened' } | OpenAccount;

const ifOpen = (account: Account, change: (open: OpenAccount) => Partial<OpenAccount>): Account =>
  account.status === 'open' ? { ...account, ...change(account) } : account;

const issue = (account: Account, issued: IssuedCode): Account =>
  ifOpen(account, ({ codes }) => ({ codes: [...codes.filter(({ purpose }) => purpose !== issued.purpose), issued] }));

export const account = stream<Account, AccountEvent>({
  kind: 'account',
  initial: { status: 'unopened' },
  evolve: {
    'identity.account-opened.v1': (known, { login, name }, { effectiveAt }) =>
      known.status === 'open'
        ? known
        : {
            status: 'open',
            login,
            ...(name && { name }),
            openedAt: effectiveAt,
            grants: [],
            suspensions: [],
            devices: [],
            codes: [],
            hasPassphrase: false,
            hasPin: false,
          },
    'identity.role-granted.v1': (known, { grant: id, role, place, from, until }, { recordedAt }) =>
      ifOpen(known, ({ grants }) => ({ grants: [...grants, { id, role, place, from, ...(until !== undefined && { until }), recordedAt }] })),
    'identity.role-ended.v1': (known, { grant, at }, { recordedAt }) =>
      ifOpen(known, ({ grants }) => ({ grants: grants.map((held) => (held.id === grant ? { ...held, ended: { at, recordedAt } } : held)) })),
    'identity.account-suspended.v1': (known, _, { effectiveAt: from }) => ifOpen(known, ({ suspensions }) => ({ suspensions: [...suspensions, { from }] })),
    'identity.account-reinstated.v1': (known, _, { effectiveAt: until }) =>
      ifOpen(known, ({ suspensions }) => ({ suspensions: suspensions.map((one) => (one.until === undefined ? { ...one, until } : one)) })),
    'identity.passphrase-set.v1': (known) => ifOpen(known, ({ codes }) => ({ hasPassphrase: true, codes: codes.filter(({ purpose }) => purpose !== 'reset') })),
    'identity.pin-set.v1': (known) => ifOpen(known, () => ({ hasPin: true })),
    'identity.reset-code-issued.v1': (known, { code, until }, { actor }) => issue(known, { code, purpose: 'reset', by: actor.user, until }),
    'identity.enrolment-code-issued.v1': (known, { code, until }, { actor }) => issue(known, { code, purpose: 'enrolment', by: actor.user, until }),
    'identity.sign-in-locked.v1': (known) => known,
    'identity.device-enrolled.v1': (known, { device: id, publicKey, algorithm, replaces }, { effectiveAt: enrolledAt }) =>
      ifOpen(known, ({ devices }) =>
        devices.some((one) => one.id === id)
          ? {}
          : { devices: [...devices, { id, publicKey, algorithm, enrolledAt, ...(replaces !== undefined && { replaces }) }] },
      ),
    'identity.device-revoked.v1': (known, { device, lastTrustedSeq }, { effectiveAt: at }) =>
      ifOpen(known, ({ devices }) => ({
        devices: devices.map((one) => (one.id === device ? { ...one, revoked: { at, ...(lastTrustedSeq !== undefined && { lastTrustedSeq }) } } : one)),
      })),
  },
});

/** Logins are codes, not names; one login is one account for ever, so the id is derived and needs no index to be unique. */
export const accountIdOf = (login: string): string => naturalId('account', login);

const login = /^[a-z0-9][a-z0-9._-]{1,39}$/;
export const isLogin = (text: string): boolean => login.test(text);
