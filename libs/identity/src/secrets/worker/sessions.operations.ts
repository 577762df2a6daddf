import type { Database } from 'better-sqlite3';
import type { Instant } from '#kernel';

/** `hash` is SHA-256 of the token in hex; the token itself is nowhere. */
export interface StoredSession {
  readonly hash: string;
  readonly id: string;
  readonly user: string;
  readonly via: 'browser' | 'program';
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly until: Instant;
}

export function sessionOperations(db: Database) {
  const columns = 'hash, id, account as user, via, created_at as createdAt, seen_at as seenAt, until';
  const all = db.prepare<[], StoredSession>(`select ${columns} from session`);
  const insert = db.prepare<StoredSession>(
    'insert into session (hash, id, account, via, created_at, seen_at, until) values (@hash, @id, @user, @via, @createdAt, @seenAt, @until)',
  );
  const remove = db.prepare<[string]>('delete from session where id = ?');
  const removeOfAccount = db.prepare<[string]>('delete from session where account = ?');
  const touch = db.prepare<{ id: string; seenAt: number }>('update session set seen_at = @seenAt where id = @id and seen_at < @seenAt');
  const forget = db.prepare<[number, number]>('delete from session where until <= ? or seen_at <= ?');

  return {
    liveSessions(now: Instant, idleSince: Instant): readonly StoredSession[] {
      forget.run(now, idleSince);
      return all.all();
    },
    openSession(session: StoredSession, instead: readonly string[]): void {
      for (const id of instead) remove.run(id);
      insert.run(session);
    },
    endSessions(ids: readonly string[]): void {
      for (const id of ids) remove.run(id);
    },
    endSessionsOf(user: string): void {
      removeOfAccount.run(user);
    },
    touchSessions(seen: readonly { readonly id: string; readonly seenAt: Instant }[]): void {
      for (const { id, seenAt } of seen) touch.run({ id, seenAt });
    },
  };
}
