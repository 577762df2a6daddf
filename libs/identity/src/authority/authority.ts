import { noRole, type Actor, type Instant, type NoRole, type ProcessRole, type Role, type Scope } from '#kernel';
import { NotPermitted, OutOfScope, type Authority, type Principal } from '#cqrs';
import type { Account, Grant } from '../domain/account.ts';
import { activeGrantsAt, isHeldAt, isSuspendedAt } from '../domain/held.ts';
import { kindOfPlace, type PlaceKind } from '../domain/place.ts';
import { createCoverage, type PlaceDirectory } from './coverage.ts';

export interface AuthorityOptions {
  /** The folded stream of an account; `unopened` when there is none. Called for every command: cache it by revision. */
  readonly loadAccount: (user: string) => Promise<Account>;
  readonly places: PlaceDirectory;
}

/** Narrow grants first, so that the actor names the post they stand at rather than the area around it. */
const narrowness: Readonly<Record<PlaceKind, number>> = { post: 0, stations: 1, area: 2, everywhere: 3 };

const byNarrowness = (a: Grant, b: Grant): number =>
  narrowness[kindOfPlace(a.place)] - narrowness[kindOfPlace(b.place)] || a.from - b.from || (a.id < b.id ? -1 : 1);

/** An account's state is replaced when it changes, never altered, so its grants are put in order once. */
const inOrder = new WeakMap<Account, readonly Grant[]>();

type OpenAccount = Extract<Account, { status: 'open' }>;

const isInForce = (account: Account, at: Instant): account is OpenAccount => account.status === 'open' && !isSuspendedAt(account, at);

/** The grants that count at an instant, narrow ones first. */
function narrowFirst(account: Account, at: Instant): readonly Grant[] {
  if (!isInForce(account, at)) return [];
  let grants = inOrder.get(account);
  if (!grants) inOrder.set(account, (grants = account.grants.toSorted(byNarrowness)));
  return grants.filter((grant) => isHeldAt(grant, at));
}

/**
 * Judges roles and places from the account's own events, at the instant that was asked about: a role counts from
 * `from` (inclusive) to `until` or its end (exclusive), and never while the account was suspended.
 * A process has exactly its own role, everywhere. The operating-system user (`system`) may do what an admin may.
 */
export function createAuthority({ loadAccount, places }: AuthorityOptions): Authority {
  const coverage = createCoverage({ loadAccount, places });

  /** The grant that covers the first scope, when the grants together cover all of them; a role without scopes is held by any grant. */
  const covering = async (grants: readonly Grant[], scopes: readonly Scope[], user: string, at: Instant): Promise<Grant | undefined> => {
    let first: Grant | undefined;
    for (const scope of scopes) {
      const grant = await coverage.grantFor(grants, scope, user, at);
      if (!grant) return undefined;
      first ??= grant;
    }
    return first ?? grants[0];
  };

  const personFor = async (user: string, roles: readonly (Role | ProcessRole | NoRole)[], scopes: readonly Scope[], at: Instant): Promise<Actor> => {
    const account = await loadAccount(user);
    const held = narrowFirst(account, at);
    let fits = false;
    for (const role of roles) {
      const grants = held.filter((grant) => grant.role === role);
      if (grants.length === 0) continue;
      fits = true;
      const grant = await covering(grants, scopes, user, at);
      if (grant) return { user, role: grant.role, ...(grant.place !== 'everywhere' && 'post' in grant.place && { post: grant.place.post }) };
    }
    if (!fits && roles.includes(noRole) && isInForce(account, at)) return { user, role: noRole };
    throw fits ? new OutOfScope() : new NotPermitted(roles);
  };

  return {
    async actorFor(principal: Principal, roles, scopes, at) {
      switch (principal.kind) {
        case 'person':
          return personFor(principal.user, roles, scopes, at);
        case 'process':
          if (!roles.includes(principal.role)) throw new NotPermitted(roles);
          return { user: principal.role, role: principal.role };
        case 'system':
          if (!roles.includes('admin')) throw new NotPermitted(roles);
          return { user: principal.user, role: 'system' };
        default:
          return principal satisfies never;
      }
    },

    async holds({ user, role }, scope, at) {
      if (role === 'system' || role.startsWith('process:')) return true;
      const grants = activeGrantsAt(await loadAccount(user), at).filter((grant) => grant.role === role);
      return grants.length > 0 && (await coverage.grantFor(grants, scope, user, at)) !== undefined;
    },
  };
}
