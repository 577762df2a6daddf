import type { Database } from 'better-sqlite3';

export interface Hold {
  /** UUID; the same hold again changes nothing. */
  readonly hold: string;
  readonly subject: string;
  /** A code of a closed vocabulary; never free text. */
  readonly reason: string;
  readonly by: string;
}

export interface StandingHold extends Hold {
  readonly at: number;
}

export function placeHold(db: Database, { hold, subject, reason, by, now }: Hold & { readonly now: number }): void {
  db.prepare('INSERT INTO hold (hold, subject, reason, placed_by, placed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    hold,
    subject,
    reason,
    by,
    now,
  );
}

/** False when no such hold stands. */
export function releaseHold(db: Database, { hold, by, now }: { readonly hold: string; readonly by: string; readonly now: number }): boolean {
  return db.prepare('UPDATE hold SET released_by = ?, released_at = ? WHERE hold = ? AND released_at IS NULL').run(by, now, hold).changes === 1;
}

export const standingHolds = (db: Database, subject: string): readonly StandingHold[] =>
  db
    .prepare<[string], StandingHold>(
      'SELECT hold, subject, reason, placed_by AS "by", placed_at AS "at" FROM hold WHERE subject = ? AND released_at IS NULL ORDER BY placed_at, hold',
    )
    .all(subject);

export interface Due {
  readonly subject: string;
  /** When a value of theirs was last kept, epoch ms. */
  readonly lastKept: number;
}

/** Persons of whom nothing was kept since `before` and whom no hold protects; `after` is the last subject of the page before. */
export const dueForErasure = (
  db: Database,
  { before, after, limit }: { readonly before: number; readonly after: string; readonly limit: number },
): readonly Due[] =>
  db
    .prepare<[string, number, number], Due>(
      `SELECT s.subject, s.last_kept AS lastKept FROM subject s WHERE s.subject > ? AND s.last_kept < ?
       AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.subject = s.subject AND h.released_at IS NULL) ORDER BY s.subject LIMIT ?`,
    )
    .all(after, before, limit);
