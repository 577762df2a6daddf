import type { Instant, Role, Scope } from '#kernel';
import type { Account, Grant } from '../domain/account.ts';
import { grantsFrom } from '../domain/held.ts';
import { areaHolds, scopesOf, type Place } from '../domain/place.ts';

/** Where posts and warehouses stand: the ten-digit code of the village; `undefined` when none such is known. They belong to contexts: the application wires this. */
export interface PlaceDirectory {
  villageOfPost(post: string): Promise<string | undefined>;
  villageOfWarehouse(warehouse: string): Promise<string | undefined>;
}

export interface Coverage {
  /** The first of the grants (all of one role) that covers the scope at `at`; for another account, all of them may be needed. */
  grantFor(grants: readonly Grant[], scope: Scope, user: string, at: Instant): Promise<Grant | undefined>;
}

/** Who looks after other people's accounts at all; for everybody else, "account" means their own. */
const lookAfterOthers = new Set<Role>(['squad-leader', 'commander', 'investigator', 'supervisor', 'admin']);

export function createCoverage({
  loadAccount,
  places,
}: {
  readonly loadAccount: (user: string) => Promise<Account>;
  readonly places: PlaceDirectory;
}): Coverage {
  const first = (grants: readonly Grant[], holds: (place: Exclude<Place, 'everywhere'>) => boolean): Grant | undefined =>
    grants.find(({ place }) => place === 'everywhere' || holds(place));

  const postGrant = async (grants: readonly Grant[], post: string): Promise<Grant | undefined> => {
    const direct = grants.find(({ place }) => place !== 'everywhere' && 'post' in place && place.post === post);
    return direct ?? aroundGrant(grants, () => places.villageOfPost(post));
  };

  /** A role held in an area around the village, or everywhere; the village is asked for only when that can matter. */
  const aroundGrant = async (grants: readonly Grant[], villageOf: () => Promise<string | undefined>): Promise<Grant | undefined> => {
    const around = grants.some(({ place }) => place !== 'everywhere' && 'area' in place);
    const village = around ? await villageOf() : undefined;
    return first(grants, (place) => village !== undefined && 'area' in place && areaHolds(place.area, village));
  };

  const placeGrant = async (grants: readonly Grant[], scope: Exclude<Scope, { account: string }>): Promise<Grant | undefined> => {
    if (scope === 'anyone') return grants[0];
    if (scope === 'everywhere') return grants.find(({ place }) => place === 'everywhere');
    if ('post' in scope) return postGrant(grants, scope.post);
    if ('warehouse' in scope) return aroundGrant(grants, () => places.villageOfWarehouse(scope.warehouse));
    if ('area' in scope) return first(grants, (place) => 'area' in place && areaHolds(place.area, scope.area));
    return first(
      grants,
      (place) => ('stations' in place && place.stations.includes(scope.station)) || ('area' in place && areaHolds(place.area, scope.station)),
    );
  };

  /**
   * Another account is within reach when every role it holds then or later lies inside the places of these grants.
   * One role outside is enough to be out of reach: else a squad leader could reset the passphrase of a commander who
   * also stands guard at their post.
   */
  const accountGrant = async (grants: readonly Grant[], other: string, at: Instant): Promise<Grant | undefined> => {
    if (!grants.some(({ role }) => lookAfterOthers.has(role))) return undefined;
    const everywhere = grants.find(({ place }) => place === 'everywhere');
    if (everywhere) return everywhere;
    const theirs = grantsFrom(await loadAccount(other), at).flatMap(({ place }) => scopesOf(place));
    let found: Grant | undefined;
    for (const scope of theirs) {
      if (typeof scope === 'object' && 'account' in scope) return undefined;
      const grant = await placeGrant(grants, scope);
      if (!grant) return undefined;
      found ??= grant;
    }
    return found;
  };

  return {
    async grantFor(grants, scope, user, at) {
      if (typeof scope === 'object' && 'account' in scope) return scope.account === user ? grants[0] : accountGrant(grants, scope.account, at);
      return placeGrant(grants, scope);
    },
  };
}
