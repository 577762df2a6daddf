import type { Scope } from '#kernel';
import type { Account } from './account.ts';
import { grantOf } from './held.ts';
import { scopesOf, type Place } from './place.ts';

/**
 * Of what places an event of an account is news: of that of the grant that it begins or ends; otherwise of every place
 * where the account holds or held something. Whoever holds any one of them may hear of it. Without any: everywhere.
 */
export function scopesConcerned(account: Account, { data }: { readonly data: object }): readonly Scope[] {
  const places = placesIn(account, data);
  return places.length === 0 ? ['everywhere'] : places.flatMap(scopesOf);
}

function placesIn(account: Account, data: object): readonly Place[] {
  if (account.status !== 'open') return [];
  const granted = 'grant' in data && typeof data.grant === 'string' ? grantOf(account, data.grant) : undefined;
  return (granted ? [granted] : account.grants).map(({ place }) => place);
}
