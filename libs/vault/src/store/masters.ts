import type { Database } from 'better-sqlite3';
import { firstMaster, keyRingOf, type KeyRing, type MasterRow } from '../logic/key-ring.ts';

export const masterRows = (db: Database): readonly MasterRow[] =>
  db.prepare<[], MasterRow>('SELECT generation, key_id, root, bridge, replaced FROM master ORDER BY generation').all();

/** @throws WrongMasterKey when the key is none of the vault's */
export const readKeyRing = (db: Database, masterKey: Buffer): KeyRing => keyRingOf(masterRows(db), masterKey);

/** The first start of a vault. */
export function beginKeyRing(db: Database, masterKey: Buffer, now: number): void {
  if (masterRows(db).length > 0) return;
  const { generation, key_id, root, since } = firstMaster(masterKey, now);
  db.prepare('INSERT INTO master (generation, key_id, root, since) VALUES (?, ?, ?, ?)').run(generation, key_id, root, since);
}
