import type { Database } from 'better-sqlite3';
import type { Segments } from './segments.ts';
import type { Indexing } from './indexing.ts';
import { removeDisclosures } from './erasing.ts';

export interface Unsettled {
  readonly n: number;
  readonly commitment: string;
}

interface Row {
  readonly n: number;
  readonly commitment: Buffer;
  readonly at: number;
}

/**
 * The next disclosures of which nobody has asked yet whether the log names them, in order, up to the first one that is
 * younger: one that was kept again lately is about to be used, and waits.
 */
export function unsettled(db: Database, { olderThan, limit }: { readonly olderThan: number; readonly limit: number }): readonly Unsettled[] {
  const rows = db.prepare<[number], Row>('SELECT n, commitment, at FROM disclosure WHERE n > (SELECT through FROM swept) ORDER BY n LIMIT ?').all(limit);
  const young = rows.findIndex(({ at }) => at >= olderThan);
  return (young < 0 ? rows : rows.slice(0, young)).map(({ n, commitment }) => ({ n, commitment: commitment.toString('hex') }));
}

/** The last of those that the log was found to name, by commitment. */
export const lastSettled = (db: Database, limit: number): readonly string[] =>
  db
    .prepare<[number], Pick<Row, 'commitment'>>('SELECT commitment FROM disclosure WHERE n <= (SELECT through FROM swept) ORDER BY n DESC LIMIT ?')
    .all(limit)
    .map(({ commitment }) => commitment.toString('hex'));

/** Deletes what was proven absent from the log, unless it was kept again since; everything up to `through` is settled. */
export function settle(
  parts: { readonly db: Database; readonly segments: Segments; readonly indexing: Indexing },
  { absent, olderThan, through }: { readonly absent: readonly number[]; readonly olderThan: number; readonly through: number },
): number {
  const { db, segments, indexing } = parts;
  const stillOld = db.prepare<[number, number], { n: number }>('SELECT n FROM disclosure WHERE n = ? AND at < ?');
  return db
    .transaction(() => {
      const remove = new Set(absent.filter((n) => stillOld.get(n, olderThan)));
      removeDisclosures(db, remove);
      for (const damaged of segments.forget(remove)) indexing.rebuild(damaged);
      // What was kept again while the log was asked is asked about again: settled only up to it.
      const spared = absent.find((n) => !remove.has(n));
      db.prepare('UPDATE swept SET through = ?').run(spared === undefined ? through : spared - 1);
      return remove.size;
    })
    .immediate();
}
