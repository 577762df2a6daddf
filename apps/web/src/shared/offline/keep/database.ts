import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Device } from '../entry/device.ts';
import type { Entry } from './entry.ts';
import type { Secret } from './secret.ts';

/** What was answered once, readable while its session lasts. */
export interface KeptAnswer {
  readonly secret: Secret;
  /** The server's time when it was answered. */
  readonly asOf: number;
}

interface Kept extends DBSchema {
  entries: { key: string; value: Entry; indexes: { 'by-order': number; 'by-state': Entry['state'] } };
  answers: { key: string; value: KeptAnswer };
  devices: { key: string; value: Device };
  keys: { key: 'session'; value: CryptoKey };
  facts: { key: 'order' | 'server-key' | 'account'; value: string | number };
}
export type Keep = IDBPDatabase<Kept>;
export type StoreName = 'entries' | 'answers' | 'devices' | 'keys' | 'facts';

/** Everything this phone keeps. @throws when the browser keeps nothing (some private windows) or its disk is full */
export const openKeep = async (name = 'saksi'): Promise<Keep> =>
  openDB<Kept>(name, 1, {
    upgrade(db) {
      const entries = db.createObjectStore('entries', { keyPath: 'id' });
      entries.createIndex('by-order', 'order', { unique: true });
      entries.createIndex('by-state', 'state');
      db.createObjectStore('answers');
      db.createObjectStore('devices', { keyPath: 'account' });
      db.createObjectStore('keys');
      db.createObjectStore('facts');
    },
    // Another tab has a newer app: it must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

/** Flushed to the disk before it counts: an empty battery a moment later loses nothing. */
export const writing = (keep: Keep, stores: StoreName[]) => keep.transaction(stores, 'readwrite', { durability: 'strict' });
