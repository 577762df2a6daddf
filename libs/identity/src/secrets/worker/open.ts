import Database from 'better-sqlite3';
import { schema, schemaVersion } from './schema.ts';

/** Opens or creates `identity.db`. Only the worker imports this. */
export function openSecrets(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  const version = db.pragma('user_version', { simple: true });
  if (version === schemaVersion) return db;
  if (version !== 0)
    throw new Error(`"${file}" has version ${String(version)}, and this Saksi knows version ${schemaVersion}. Use the Saksi that wrote it, or a newer one.`);
  db.transaction(() => {
    db.exec(schema);
    db.pragma(`user_version = ${schemaVersion}`);
  })();
  return db;
}
