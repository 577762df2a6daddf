import type { Database } from 'better-sqlite3';
import { VaultRefused } from '../errors.ts';
import { bound, keyFrom, seal } from '../sealing.ts';
import { emptyWal } from './erasing.ts';
import { keyIdOf, readKeyRing, type KeyRing } from './key-ring.ts';

/**
 * Changes the master key in steps that each survive a crash: (1) both keys are stored wrapped by each other, so either
 * opens the vault; (2) every key is wrapped anew, some at a time; (3) the old key is struck out.
 */
export function beginRotation(db: Database, ring: KeyRing, { newKey, now }: { readonly newKey: Buffer; readonly now: number }): KeyRing {
  const id = keyIdOf(newKey);
  const rows = db
    .prepare<[], { generation: number; key_id: Buffer; replaced: number | null }>('SELECT generation, key_id, replaced FROM master ORDER BY generation')
    .all();
  const known = rows.find((row) => row.key_id.equals(id));
  if (known && known.replaced !== null) throw new VaultRefused({ why: 'This master key was in use before and was replaced. Make a new one.' });
  if (ring.rotating && known?.generation !== ring.newest) {
    throw new VaultRefused({ why: 'A change of master key is half-way. Repeat it with the same new key, or start with that key: either finishes it.' });
  }
  if (known) return ring;
  const old = rows.find((row) => row.generation === ring.newest);
  if (!old) throw new Error('The ring and the table of master keys differ.');
  const oldKey = ring.key(ring.newest);
  const wrapping = keyFrom(newKey);
  db.transaction(() => {
    db.prepare('UPDATE master SET bridge = ? WHERE generation = ?').run(seal(oldKey, newKey, bound.bridge(id.toString('hex'))), old.generation);
    db.prepare('INSERT INTO master (generation, key_id, root, bridge, since) VALUES (?, ?, ?, ?, ?)').run(
      ring.newest + 1,
      id,
      seal(wrapping, ring.root, bound.root(id.toString('hex'))),
      seal(wrapping, oldKey.export(), bound.bridge(old.key_id.toString('hex'))),
      now,
    );
  }).immediate();
  return readKeyRing(db, newKey);
}

interface WrappedRow {
  readonly n: number;
  readonly subject?: string;
  readonly generation: number;
  readonly wrapped: Buffer;
}

/** Wraps up to `limit` keys anew; resolves to how many it did. 0: all are wrapped by the newest key. */
export function rewrapSome(db: Database, ring: KeyRing, limit: number): number {
  return db
    .transaction(() => {
      const subjects = db
        .prepare<[number, number], WrappedRow>('SELECT n, subject, generation, wrapped FROM subject WHERE generation <> ? LIMIT ?')
        .all(ring.newest, limit);
      const segments = db
        .prepare<[number, number], WrappedRow>('SELECT n, generation, wrapped FROM segment WHERE generation <> ? LIMIT ?')
        .all(ring.newest, limit - subjects.length);
      rewrap(db, ring, 'subject', subjects, (row) => bound.subject(row.subject ?? ''));
      rewrap(db, ring, 'segment', segments, (row) => bound.segmentKey(row.n));
      return subjects.length + segments.length;
    })
    .immediate();
}

function rewrap(db: Database, ring: KeyRing, table: 'subject' | 'segment', rows: readonly WrappedRow[], boundTo: (row: WrappedRow) => string): void {
  const update = db.prepare<[number, Buffer, number]>(`UPDATE ${table} SET generation = ?, wrapped = ? WHERE n = ?`);
  for (const row of rows) {
    const key = ring.unwrap(row, boundTo(row));
    if (!key)
      throw new VaultRefused({
        why: `The ${table} key ${row.subject ?? row.n} is damaged, so the change of master key stays half-way and both keys open the vault. Run "saksi doctor".`,
      });
    const { generation, wrapped } = ring.wrap(key.export(), boundTo(row));
    update.run(generation, wrapped, row.n);
  }
}

/** Strikes the old key out, when nothing is wrapped by it any more. */
export function finishRotation(db: Database, ring: KeyRing, now: number): KeyRing {
  db.transaction(() => {
    db.prepare('UPDATE master SET root = NULL, bridge = NULL, replaced = ? WHERE generation <> ? AND replaced IS NULL').run(now, ring.newest);
    db.prepare('UPDATE master SET bridge = NULL WHERE generation = ?').run(ring.newest);
  }).immediate();
  emptyWal(db);
  return readKeyRing(db, ring.key(ring.newest).export());
}
