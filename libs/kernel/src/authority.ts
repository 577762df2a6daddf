/** What a person may be, between dates, at a post, in an area or at a station. */
export const roles = ['guard', 'squad-leader', 'dispatcher', 'station-officer', 'commander', 'investigator', 'supervisor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A process manager acts under its own name; HTTP never carries this role. */
export type ProcessRole = `process:${string}`;

/**
 * Nobody's role: whoever has an open account, also one whose roles have ended. What a phone still holds of theirs is
 * theirs to settle.
 */
export const noRole = 'none';
export type NoRole = typeof noRole;

/** Who acts: the account, the role they act in and, for roles held at a post, the post. */
export interface Actor {
  readonly user: string;
  readonly role: Role | ProcessRole | NoRole | 'system';
  readonly post?: string;
}

/** An admin manages people and places and, like processes, the operating-system user and whoever has no role, is shown no personal data. */
export const readsPersonalData = ({ role }: Pick<Actor, 'role'>): boolean =>
  role !== 'admin' && role !== 'system' && role !== noRole && !role.startsWith('process:');

/**
 * What a command or a query concerns. `area` is a code prefix (regency 4, district 6, village 10 digits),
 * `station` a village code + '-' + three digits. A post or a warehouse lies in the area of its village. `'everywhere'`
 * needs a grant without a place.
 */
export type Scope =
  | { readonly post: string }
  | { readonly warehouse: string }
  | { readonly area: string }
  | { readonly station: string }
  | { readonly account: string }
  | 'everywhere'
  | 'anyone';
