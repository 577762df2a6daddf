import type { Clock } from '#kernel';
import type { LockedSecret } from '../domain/account.ts';
import type { AttemptLimit, LimitedKey } from '../secrets/worker/attempts.operations.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { LockedOut, WrongSecret } from './errors.ts';

export interface AttemptOptions {
  /** For each secret of each account. Default 5 within 15 minutes, then locked for 15 minutes. */
  readonly perAccount?: AttemptLimit;
  /** From each network address, whatever the accounts. Default 50 within 15 minutes, then locked for 15 minutes. */
  readonly perAddress?: AttemptLimit;
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

const quarter = 15 * 60_000;

export function createAttempts(
  secrets: Secrets,
  clock: Clock,
  onLocked: (user: string, what: LockedSecret, until: number) => void,
  { perAccount = { attempts: 5, window: quarter, lockFor: quarter }, perAddress = { attempts: 50, window: quarter, lockFor: quarter } }: AttemptOptions = {},
): Attempts {
  const keep = Math.max(perAccount.window, perAddress.window);
  let forgotAt = clock.now();

  const forgetOld = async (now: number): Promise<void> => {
    if (now - forgotAt < keep) return;
    forgotAt = now;
    await secrets.ask('forgetOldAttempts', now - keep, now);
  };

  return {
    async try(what, user, address, check) {
      const now = clock.now();
      await forgetOld(now);
      const own: LimitedKey = { key: `${what}:${user}`, ...perAccount };
      const keys = address === undefined ? [own] : [own, { key: `address:${networkOf(address)}`, ...perAddress }];
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
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
