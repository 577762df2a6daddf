import { failureOf, type Place } from '#postgres';
import { VaultUnavailable, isVaultError } from '../errors.ts';

/** What PostgreSQL says while it works, as a sentence a person can act on. */
export function translated(error: unknown, place: Place): unknown {
  if (isVaultError(error)) return error;
  const failure = failureOf(error, place);
  return failure ? new VaultUnavailable(failure) : error;
}
