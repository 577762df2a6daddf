import type { Database } from 'better-sqlite3';
import type { Instant } from '#kernel';

/** How often something may fail: `attempts` within `window` ms; then it is locked for `lockFor` ms. */
export interface AttemptLimit {
  readonly attempts: number;
  readonly window: number;
  readonly lockFor: number;
}

export interface LimitedKey extends AttemptLimit {
  readonly key: string;
}

export type Begun = { readonly allowed: true; readonly ids: readonly number[] } | { readonly allowed: false; readonly retryAt: Instant };

/**
 * An attempt counts from its beginning, not from its failure: a hundred guesses sent at once are a hundred attempts,
 * although none of them has failed yet.
 */
export function attemptOperations(db: Database) {
  const lockOf = db.prepare<[string, number], { until: number }>('select until from lock_out where key = ? and until > ?');
  const countOf = db.prepare<[string, number], { count: number; first: number }>(
    'select count(*) as count, min(at) as first from attempt where key = ? and at > ?',
  );
  const insert = db.prepare<[string, number]>('insert into attempt (key, at) values (?, ?)');
  const removeOne = db.prepare<[number]>('delete from attempt where id = ?');
  const removeKey = db.prepare<[string]>('delete from attempt where key = ?');
  const unlock = db.prepare<[string]>('delete from lock_out where key = ?');
  const lock = db.prepare<[string, number]>('insert into lock_out (key, until) values (?, ?) on conflict (key) do update set until = excluded.until');
  const forgetAttempts = db.prepare<[number]>('delete from attempt where at <= ?');
  const forgetLocks = db.prepare<[number]>('delete from lock_out where until <= ?');

  const retryAt = ({ key, attempts, window }: LimitedKey, now: Instant): Instant | undefined => {
    const locked = lockOf.get(key, now);
    if (locked) return locked.until;
    const recent = countOf.get(key, now - window);
    return recent && recent.count >= attempts ? recent.first + window : undefined;
  };

  return {
    beginAttempt(keys: readonly LimitedKey[], now: Instant): Begun {
      const refused = keys.map((key) => retryAt(key, now)).filter((at) => at !== undefined);
      if (refused.length > 0) return { allowed: false, retryAt: Math.max(...refused) };
      return { allowed: true, ids: keys.map(({ key }) => Number(insert.run(key, now).lastInsertRowid)) };
    },

    /** After a failure: locks each key that has used up its attempts; answers until when, for those newly locked. */
    lockIfUsedUp(keys: readonly LimitedKey[], now: Instant): readonly { readonly key: string; readonly until: Instant }[] {
      return keys.flatMap(({ key, attempts, window, lockFor }) => {
        const recent = countOf.get(key, now - window);
        if (!recent || recent.count < attempts || lockOf.get(key, now)) return [];
        lock.run(key, now + lockFor);
        return [{ key, until: now + lockFor }];
      });
    },

    /** After a success: the attempts themselves are forgotten, and everything counted under `keys`. */
    forgiveAttempts(ids: readonly number[], keys: readonly string[]): void {
      for (const id of ids) removeOne.run(id);
      for (const key of keys) {
        removeKey.run(key);
        unlock.run(key);
      }
    },

    /** Drops what is too old to count. `before` is older than any window. */
    forgetOldAttempts(before: Instant, now: Instant): void {
      forgetAttempts.run(before);
      forgetLocks.run(now);
    },
  };
}
