import type { KeyRing } from '../logic/key-ring.ts';
import type { Unsettled } from '../store/sweeping.ts';
import { removeDisclosures } from './erasing.ts';
import type { Indexing } from './indexing.ts';
import type { Segments } from './segments.ts';
import type { Alone, Database } from './tables.ts';

/**
 * The next disclosures of which nobody has asked yet whether the log names them, in order, up to the first one that is
 * younger: one that was kept again lately is about to be used, and waits.
 */
export async function unsettled(db: Database, { olderThan, limit }: { readonly olderThan: number; readonly limit: number }): Promise<readonly Unsettled[]> {
  const rows = await db
    .selectFrom('disclosure')
    .select(['n', 'commitment', 'at'])
    .where('n', '>', (eb) => eb.selectFrom('swept').select('through'))
    .orderBy('n')
    .limit(limit)
    .execute();
  const young = rows.findIndex(({ at }) => at >= olderThan);
  return (young < 0 ? rows : rows.slice(0, young)).map(({ n, commitment }) => ({ n, commitment: commitment.toString('hex') }));
}

/** The last of those that the log was found to name, by commitment. */
export async function lastSettled(db: Database, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('disclosure')
    .select('commitment')
    .where('n', '<=', (eb) => eb.selectFrom('swept').select('through'))
    .orderBy('n', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ commitment }) => commitment.toString('hex'));
}

/** Deletes what was proven absent from the log, unless it was kept again since; everything up to `through` is settled. */
export async function settle(
  db: Alone,
  ring: KeyRing,
  { segments, indexing }: { readonly segments: Segments; readonly indexing: Indexing },
  { absent, olderThan, through }: { readonly absent: readonly number[]; readonly olderThan: number; readonly through: number },
): Promise<number> {
  const old = absent.length === 0 ? [] : await db.selectFrom('disclosure').select('n').where('n', 'in', absent).where('at', '<', olderThan).execute();
  const remove = new Set(old.map(({ n }) => n));
  await removeDisclosures(db, [...remove]);
  for (const damaged of await segments.forget(db, ring, remove)) await indexing.rebuild(db, ring, damaged);
  // What was kept again while the log was asked is asked about again: settled only up to it.
  const spared = absent.find((n) => !remove.has(n));
  await db
    .updateTable('swept')
    .set({ through: spared === undefined ? through : spared - 1 })
    .execute();
  return remove.size;
}
