import type { Clock } from '#kernel';
import type { LockedSecret } from '../domain/account.ts';
import type { LimitedKey } from '../secrets/attempts.operations.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { LockedOut, WrongSecret } from './errors.ts';

export interface AttemptOptions {
  /** Wrong attempts for each secret of each account. Default 5. */
  readonly most?: number;
  /** Wrong attempts from each network address, whatever the accounts. Default 50. */
  readonly mostPerAddress?: number;
  /** How long a wrong attempt counts, ms. Default 15 minutes. */
  readonly window?: number;
  /** How long it is then locked, ms. Default as long as `window`. */
  readonly lockFor?: number;
}

export interface Attempts {
  /**
   * Tries a secret. `check` answers `undefined` when it is wrong; when it throws, nothing was learnt and it does not
   * count. An account that does not exist is counted and locked like any other.
   * @throws LockedOut, WrongSecret
   */
  try<Found>(what: LockedSecret, user: string, address: string | undefined, check: () => Promise<Found | undefined>): Promise<Found>;
  /** Opens what was locked for an account: after a reset. */
  forgive(user: string): Promise<void>;
}

export function createAttempts(
  secrets: Secrets,
  clock: Clock,
  onLocked: (user: string, what: LockedSecret, until: number) => void,
  { most = 5, mostPerAddress = 50, window = 15 * 60_000, lockFor = window }: AttemptOptions = {},
): Attempts {
  let forgotAt = clock.now();

  const forgetOld = async (now: number): Promise<void> => {
    if (now - forgotAt < window) return;
    forgotAt = now;
    await secrets.ask('forgetOldAttempts', now - window, now);
  };

  return {
    async try(what, user, address, check) {
      const now = clock.now();
      await forgetOld(now);
      const own: LimitedKey = { key: `${what}:${user}`, attempts: most, window, lockFor };
      const keys = address === undefined ? [own] : [own, { key: `address:${networkOf(address)}`, attempts: mostPerAddress, window, lockFor }];
      const begun = await secrets.ask('beginAttempt', keys, now);
      if (!begun.allowed) throw new LockedOut(Math.ceil((begun.retryAt - now) / 1000));
      const found = await check().catch(async (error: unknown) => {
        await secrets.ask('forgiveAttempts', begun.ids, []);
        throw error;
      });
      if (found !== undefined) {
        await secrets.ask('forgiveAttempts', begun.ids, [own.key]);
        return found;
      }
      const locked = await secrets.ask('lockIfUsedUp', keys, clock.now());
      for (const { key, until } of locked) if (key === own.key) onLocked(user, what, until);
      throw new WrongSecret(what);
    },

    forgive: async (user) => secrets.ask('forgiveAttempts', [], [`passphrase:${user}`, `pin:${user}`, `code:${user}`]),
  };
}

/** One household or provider hands out a whole /64 of IPv6 addresses: they count as one. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  if (address.toLowerCase().startsWith('::ffff:') && address.includes('.')) return address.slice(7);
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? before : [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
