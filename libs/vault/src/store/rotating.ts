import type { Database } from 'better-sqlite3';
import type { KeyRing } from '../logic/key-ring.ts';
import { bridgeTo, rewrap } from '../logic/rotation.ts';
import { bound } from '../sealing.ts';
import { emptyWal } from './erasing.ts';
import { masterRows, readKeyRing } from './masters.ts';

/**
 * Changes the master key in steps that each survive a crash: (1) both keys are stored wrapped by each other, so either
 * opens the vault; (2) every key is wrapped anew, some at a time; (3) the old key is struck out.
 */
export function beginRotation(db: Database, ring: KeyRing, { newKey, now }: { readonly newKey: Buffer; readonly now: number }): void {
  const bridged = bridgeTo(newKey, now, ring, masterRows(db));
  if (!bridged) return;
  const { old, fresh } = bridged;
  db.transaction(() => {
    db.prepare('UPDATE master SET bridge = ? WHERE generation = ?').run(old.bridge, old.generation);
    db.prepare('INSERT INTO master (generation, key_id, root, bridge, since) VALUES (?, ?, ?, ?, ?)').run(
      fresh.generation,
      fresh.key_id,
      fresh.root,
      fresh.bridge,
      fresh.since,
    );
  }).immediate();
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
      rewrapAll(db, ring, 'subject', subjects, (row) => bound.subject(row.subject ?? ''));
      rewrapAll(db, ring, 'segment', segments, (row) => bound.segmentKey(row.n));
      return subjects.length + segments.length;
    })
    .immediate();
}

function rewrapAll(db: Database, ring: KeyRing, table: 'subject' | 'segment', rows: readonly WrappedRow[], boundTo: (row: WrappedRow) => string): void {
  const update = db.prepare<[number, Buffer, number]>(`UPDATE ${table} SET generation = ?, wrapped = ? WHERE n = ?`);
  for (const row of rows) {
    const { generation, wrapped } = rewrap(ring, row, boundTo(row), `${table} key ${row.subject ?? row.n}`);
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
