import type { Instant, Role } from '#kernel';
import type { Account, Device, Grant } from './account.ts';

/** Until when a grant is held, exclusive; `undefined`: without an end. */
export function endOf({ until, ended }: Grant): Instant | undefined {
  if (until === undefined) return ended?.at;
  return ended ? Math.min(until, ended.at) : until;
}

export function isHeldAt(grant: Grant, at: Instant): boolean {
  const end = endOf(grant);
  return grant.from <= at && (end === undefined || at < end);
}

/** The grants held at an instant, whether or not the account was suspended then. */
export const grantsAt = (account: Account, at: Instant): readonly Grant[] =>
  account.status === 'open' ? account.grants.filter((grant) => isHeldAt(grant, at)) : [];

/** The grants that are held at an instant or will be later. */
export const grantsFrom = (account: Account, at: Instant): readonly Grant[] =>
  account.status === 'open' ? account.grants.filter((grant) => (endOf(grant) ?? Infinity) > Math.max(at, grant.from)) : [];

/** Suspended from an instant (inclusive) until reinstated (exclusive). */
export const isSuspendedAt = (account: Account, at: Instant): boolean =>
  account.status === 'open' && account.suspensions.some(({ from, until }) => from <= at && (until === undefined || at < until));

/** Suspended and not yet reinstated, as far as is known. */
export const isSuspended = (account: Account): boolean => account.status === 'open' && account.suspensions.some(({ until }) => until === undefined);

/** Holds, or will hold, anything but guard: a squad leader does not manage its secrets and devices. */
export const outranksSquadLeader = (account: Account, at: Instant): boolean => grantsFrom(account, at).some(({ role }) => role !== 'guard');

/** The grants that count at an instant: none while suspended. */
export const activeGrantsAt = (account: Account, at: Instant): readonly Grant[] => (isSuspendedAt(account, at) ? [] : grantsAt(account, at));

/** What was known at `knownAt` of what was held at `at`: a grant or an end recorded later is left out. */
export const grantsKnownAt = (account: Account, at: Instant, knownAt: Instant): readonly Grant[] =>
  account.status !== 'open'
    ? []
    : account.grants
        .filter(({ recordedAt }) => recordedAt <= knownAt)
        .map(({ ended, ...grant }): Grant => (ended && ended.recordedAt <= knownAt ? { ...grant, ended } : grant))
        .filter((grant) => isHeldAt(grant, at));

export const rolesAt = (account: Account, at: Instant): readonly Role[] => [...new Set(activeGrantsAt(account, at).map(({ role }) => role))];

export const postsAt = (account: Account, at: Instant): readonly string[] => [
  ...new Set(activeGrantsAt(account, at).flatMap(({ place }) => (place !== 'everywhere' && 'post' in place ? [place.post] : []))),
];

export const deviceOf = (account: Account, device: string): Device | undefined =>
  account.status === 'open' ? account.devices.find(({ id }) => id === device) : undefined;

export const grantOf = (account: Account, grant: string): Grant | undefined =>
  account.status === 'open' ? account.grants.find(({ id }) => id === grant) : undefined;
