import type { KeyRing } from '../logic/key-ring.ts';
import { bridgeTo, rewrap } from '../logic/rotation.ts';
import { bound } from '../sealing.ts';
import { masterRows } from './masters.ts';
import type { Alone } from './tables.ts';

/**
 * Changes the master key in steps that each survive a crash, as in vault.db: (1) both keys are stored wrapped by each
 * other, so either opens the vault; (2) every key is wrapped anew, some at a time; (3) the old key is struck out. Each
 * step has the vault alone, and whoever keeps something asks which key is the newest: no node wraps by the old one later.
 */
export async function beginRotation(db: Alone, ring: KeyRing, { newKey, now }: { readonly newKey: Buffer; readonly now: number }): Promise<void> {
  const bridged = bridgeTo(newKey, now, ring, await masterRows(db));
  if (!bridged) return;
  await db.updateTable('master').set({ bridge: bridged.old.bridge }).where('generation', '=', bridged.old.generation).execute();
  await db.insertInto('master').values(bridged.fresh).execute();
}

/** Wraps up to `limit` keys anew; resolves to how many it did. 0: all are wrapped by the newest key. */
export async function rewrapSome(db: Alone, ring: KeyRing, limit: number): Promise<number> {
  const persons = await db
    .selectFrom('subject_key as k')
    .innerJoin('subject as s', 's.n', 'k.n')
    .select(['k.n', 's.subject', 'k.generation', 'k.wrapped'])
    .where('k.generation', '<>', ring.newest)
    .limit(limit)
    .execute();
  const segments = await db
    .selectFrom('segment')
    .select(['n', 'generation', 'wrapped'])
    .where('generation', '<>', ring.newest)
    .limit(limit - persons.length)
    .execute();
  await Promise.all([
    ...persons.map((row) =>
      db
        .updateTable('subject_key')
        .set(keyOf(rewrap(ring, row, bound.subject(row.subject), `subject key ${row.subject}`)))
        .where('n', '=', row.n)
        .execute(),
    ),
    ...segments.map((row) =>
      db
        .updateTable('segment')
        .set(keyOf(rewrap(ring, row, bound.segmentKey(row.n), `segment key ${row.n}`)))
        .where('n', '=', row.n)
        .execute(),
    ),
  ]);
  return persons.length + segments.length;
}

const keyOf = ({ generation, wrapped }: { readonly generation: number; readonly wrapped: Buffer }) => ({ generation, wrapped });

/** Strikes the old key out, when nothing is wrapped by it any more. */
export async function finishRotation(db: Alone, ring: KeyRing, now: number): Promise<void> {
  while ((await rewrapSome(db, ring, 500)) > 0);
  await db
    .updateTable('master')
    .set({ root: null, bridge: null, replaced: now })
    .where('generation', '<>', ring.newest)
    .where('replaced', 'is', null)
    .execute();
  await db.updateTable('master').set({ bridge: null }).where('generation', '=', ring.newest).execute();
}
