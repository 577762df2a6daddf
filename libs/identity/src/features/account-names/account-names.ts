import { Id, Many, OrNull, Words } from '#http';
import type { Role, Sealed } from '#kernel';
import { query } from '#read-models';
import { accounts } from '../../views/accounts.projection.ts';

/** Whoever may be shown a document on which accounts stand. */
const readers = ['guard', 'squad-leader', 'dispatcher', 'station-officer', 'commander', 'investigator', 'supervisor'] as const satisfies readonly Role[];

export class AccountNames {
  @Many(Id('An account'), { min: 1, max: 1_000 }) accounts!: string[];
}

export class AccountNamed {
  @Id('The account') account!: string;
  @Words('The user name') login!: string;
  @OrNull(Words('The person; null when it was never told or was erased', { max: 120 })) name!: Sealed | null;
}

/**
 * What accounts are called. It has no route: whoever was shown a document is told who signed it, and nobody asks for the
 * names of whomever they like.
 */
export const accountNames = query(AccountNames)({
  name: 'identity.account-names',
  summary: 'What the accounts are called that stand on a document.',
  roles: readers,
  scope: () => 'anyone',
  from: accounts,
  answers: [AccountNamed],
  find: (args, db) => db.selectFrom('account').select(['account', 'login', 'name']).where('account', 'in', args.accounts).orderBy('account'),
  reveals: ['name'],
});
