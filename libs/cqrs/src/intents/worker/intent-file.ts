import Database from 'better-sqlite3';
import type { CommandIntent } from '../intents.ts';

interface Row {
  readonly command: string;
  readonly user: string;
  readonly digest: Uint8Array;
  readonly stream: string;
  readonly first_revision: number;
}

/** Intents in a file of this node, each group of them one durable transaction. */
export class IntentFile {
  readonly #db: Database.Database;
  readonly #keep: Database.Statement<[string, string, Uint8Array, string, number]>;
  readonly #of: Database.Statement<[string], Row>;

  constructor(file: string) {
    this.#db = new Database(file);
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    this.#db.exec(
      'CREATE TABLE IF NOT EXISTS intents (command TEXT PRIMARY KEY, user TEXT NOT NULL, digest BLOB NOT NULL, stream TEXT NOT NULL, first_revision INTEGER NOT NULL) WITHOUT ROWID, STRICT',
    );
    this.#keep = this.#db.prepare('INSERT OR IGNORE INTO intents VALUES (?, ?, ?, ?, ?)');
    this.#of = this.#db.prepare('SELECT command, user, digest, stream, first_revision FROM intents WHERE command = ?');
  }

  /** Keeps each unless its command has one, and gives those that stand. */
  keep(intents: readonly CommandIntent[]): readonly CommandIntent[] {
    if (intents.length === 0) return [];
    this.#db.transaction(() => {
      for (const { command, user, digest, stream, firstRevision } of intents) this.#keep.run(command, user, digest, stream, firstRevision);
    })();
    return intents.map((intent) => this.of(intent.command) ?? intent);
  }

  of(command: string): CommandIntent | undefined {
    const row = this.#of.get(command);
    return row && { command, user: row.user, digest: row.digest, stream: row.stream, firstRevision: row.first_revision };
  }

  close(): void {
    this.#db.close();
  }
}
