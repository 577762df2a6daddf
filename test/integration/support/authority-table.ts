import type { Role, Scope } from '#kernel';

/*
 * domain.md §2 as a table, written without a look at identity: who may hold what where, and whom that reaches. The
 * generated test compares what the server does with what stands here.
 */

/** Where a role may be held. */
export const heldAt: Readonly<Record<Role, readonly ('post' | 'stations' | 'area' | 'everywhere')[]>> = {
  guard: ['post'],
  'squad-leader': ['post'],
  dispatcher: ['post', 'area', 'everywhere'],
  'station-officer': ['stations'],
  commander: ['area', 'everywhere'],
  investigator: ['area', 'everywhere'],
  supervisor: ['stations', 'area', 'everywhere'],
  admin: ['area', 'everywhere'],
};

/** Who looks after other people's accounts; everyone else only has their own. */
const looksAfterOthers: readonly Role[] = ['squad-leader', 'commander', 'investigator', 'supervisor', 'admin'];

/** Someone as the table sees them: a role, and the codes of the place where they hold it. */
export interface Held {
  readonly user: string;
  readonly role: Role;
  readonly place: 'everywhere' | { readonly post: string } | { readonly area: string } | { readonly stations: readonly string[] };
}

/** What the table needs to know of the world: in which village a post or a warehouse stands, and at which posts an account holds roles. */
export interface Known {
  readonly villages: Readonly<Record<string, string>>;
  readonly postsOfAccounts: Readonly<Record<string, readonly string[]>>;
}

export type Outcome = 'passes' | 'forbidden' | 'out of scope';

/** What must become of an operation with these roles and scopes when this person asks for it. */
export function expected(roles: readonly string[], scopes: readonly Scope[], who: Held, known: Known): Outcome {
  if (!roles.includes(who.role)) return 'forbidden';
  return scopes.every((scope) => reaches(who, scope, known)) ? 'passes' : 'out of scope';
}

function reaches(who: Held, scope: Scope, known: Known): boolean {
  const { user, role, place } = who;
  if (scope === 'anyone') return true;
  if (typeof scope === 'object' && 'account' in scope)
    return scope.account === user || (looksAfterOthers.includes(role) && reachesAccount(who, scope.account, known));
  if (place === 'everywhere') return true;
  if (scope === 'everywhere') return false;
  if ('post' in place) return 'post' in scope && scope.post === place.post;
  if ('stations' in place) return 'station' in scope && place.stations.includes(scope.station);
  return codeOf(scope, known)?.startsWith(place.area) ?? false;
}

/** Of the village, station or area that lies in an area, or does not. */
function codeOf(scope: Exclude<Scope, string | { readonly account: string }>, { villages }: Known): string | undefined {
  if ('post' in scope) return villages[scope.post];
  if ('warehouse' in scope) return villages[scope.warehouse];
  return 'area' in scope ? scope.area : scope.station;
}

/** Another account is within reach where all that it holds is. */
function reachesAccount(who: Held, account: string, known: Known): boolean {
  const posts = known.postsOfAccounts[account] ?? [];
  return who.place === 'everywhere' || (posts.length > 0 && posts.every((post) => reaches(who, { post }, known)));
}
