/** The layout of vault.db. A change of it is a new number and a migration in `open-database.ts`. */
export const layout = 1;

/**
 * `sealed` and `wrapped` are nonce ‖ ciphertext ‖ tag. Instants are epoch ms. Numbers of subjects and disclosures are
 * given out by the writer, because a segment covers a range of them.
 */
export const schema = `
  CREATE TABLE master (generation INTEGER PRIMARY KEY, key_id BLOB NOT NULL UNIQUE, root BLOB, bridge BLOB, since INTEGER NOT NULL, replaced INTEGER);
  CREATE TABLE subject (n INTEGER PRIMARY KEY, subject TEXT NOT NULL UNIQUE, generation INTEGER NOT NULL, wrapped BLOB NOT NULL, last_kept INTEGER NOT NULL);
  CREATE TABLE disclosure (n INTEGER PRIMARY KEY, commitment BLOB NOT NULL UNIQUE, subject INTEGER NOT NULL, kind INTEGER NOT NULL,
    concerns INTEGER NOT NULL, at INTEGER NOT NULL, same BLOB, sealed BLOB NOT NULL);
  CREATE INDEX disclosure_of_subject ON disclosure (subject);
  CREATE INDEX disclosure_of_same ON disclosure (same) WHERE same IS NOT NULL;
  CREATE TABLE concern (subject INTEGER NOT NULL, disclosure INTEGER NOT NULL, PRIMARY KEY (subject, disclosure)) WITHOUT ROWID;
  CREATE INDEX concern_of_disclosure ON concern (disclosure);
  CREATE TABLE segment (n INTEGER PRIMARY KEY, shelf INTEGER NOT NULL, level INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    entries INTEGER NOT NULL, generation INTEGER NOT NULL, wrapped BLOB NOT NULL, sealed BLOB NOT NULL);
  CREATE INDEX segment_by_level ON segment (shelf, level, first);
  CREATE INDEX segment_by_end ON segment (last);
  CREATE TABLE hold (hold TEXT PRIMARY KEY, subject TEXT NOT NULL, reason TEXT NOT NULL, placed_by TEXT NOT NULL, placed_at INTEGER NOT NULL,
    released_by TEXT, released_at INTEGER);
  CREATE INDEX hold_of_subject ON hold (subject) WHERE released_at IS NULL;
  CREATE TABLE erased (subject TEXT PRIMARY KEY, at INTEGER NOT NULL, done INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE swept (one INTEGER PRIMARY KEY CHECK (one = 1), through INTEGER NOT NULL);
  INSERT INTO swept VALUES (1, 0);
`;
