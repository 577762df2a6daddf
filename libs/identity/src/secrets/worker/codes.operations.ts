import type { Database } from 'better-sqlite3';
import type { Instant } from '#kernel';

export interface NewCode {
  /** The id under which the log knows that it was issued. */
  readonly code: string;
  readonly account: string;
  readonly purpose: string;
  /** SHA-256 of the code's text. */
  readonly hash: Uint8Array;
  readonly until: Instant;
}

export function codeOperations(db: Database) {
  const insert = db.prepare<[string, string, string, Uint8Array, number]>(
    'insert into one_time_code (code, account, purpose, hash, until) values (?, ?, ?, ?, ?) on conflict (code) do nothing',
  );
  const replace = db.prepare<[string, string]>('delete from one_time_code where account = ? and purpose = ? and used_at is null');
  const forget = db.prepare<[number]>('delete from one_time_code where until <= ?');
  const use = db.prepare<[number, string, string, Uint8Array, number], { code: string }>(
    'update one_time_code set used_at = ? where account = ? and purpose = ? and hash = ? and used_at is null and until > ? returning code',
  );
  const release = db.prepare<[string]>('update one_time_code set used_at = null where code = ?');

  return {
    /** False when this code was handed out before: it is shown once. An earlier unused one of the purpose stops working. */
    keepCode({ code, account, purpose, hash, until }: NewCode, now: Instant): boolean {
      forget.run(now - 30 * 86_400_000);
      const before = db.prepare<[string], { code: string }>('select code from one_time_code where code = ?').get(code);
      if (before) return false;
      replace.run(account, purpose);
      return insert.run(code, account, purpose, hash, until).changes === 1;
    },
    /** Takes the code; its id, or nothing when it is wrong, used or expired. */
    useCode(account: string, purpose: string, hash: Uint8Array, now: Instant): string | undefined {
      return use.get(now, account, purpose, hash, now)?.code;
    },
    /** Gives a code back whose use could not be recorded. */
    releaseCode(code: string): void {
      release.run(code);
    },
  };
}
