import Database from 'better-sqlite3';
import { added, schemaVersion } from './schema.ts';

/** Opens or creates `identity.db`. Only the worker imports this. */
export function openSecrets(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version === schemaVersion) return db;
  if (version > schemaVersion)
    throw new Error(`"${file}" has version ${version}, and this Saksi knows version ${schemaVersion}. Use the Saksi that wrote it, or a newer one.`);
  db.transaction(() => {
    for (const more of added.slice(version)) db.exec(more);
    db.pragma(`user_version = ${schemaVersion}`);
  })();
  return db;
}
