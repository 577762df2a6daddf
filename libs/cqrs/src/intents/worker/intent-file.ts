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
  readonly #keep: Database.Statement<[string, string, Uint8Array, string, number, number]>;
  readonly #prune: Database.Statement<[number, number]>;
  readonly #of: Database.Statement<[string], Row>;

  constructor(file: string, now: number) {
    this.#db = new Database(file);
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    this.#db.exec(
      'CREATE TABLE IF NOT EXISTS intents (command TEXT PRIMARY KEY, user TEXT NOT NULL, digest BLOB NOT NULL, stream TEXT NOT NULL, first_revision INTEGER NOT NULL) WITHOUT ROWID, STRICT',
    );
    this.#rememberAge(now);
    this.#keep = this.#db.prepare('INSERT OR IGNORE INTO intents (command, user, digest, stream, first_revision, intended_at) VALUES (?, ?, ?, ?, ?, ?)');
    this.#prune = this.#db.prepare('DELETE FROM intents WHERE command IN (SELECT command FROM intents WHERE intended_at < ? ORDER BY intended_at LIMIT ?)');
    this.#of = this.#db.prepare('SELECT command, user, digest, stream, first_revision FROM intents WHERE command = ?');
  }

  /** Keeps each unless its command has one, and gives those that stand. */
  keep(intents: readonly CommandIntent[], now: number): readonly CommandIntent[] {
    if (intents.length === 0) return [];
    this.#db.transaction(() => {
      for (const { command, user, digest, stream, firstRevision } of intents) this.#keep.run(command, user, digest, stream, firstRevision, now);
    })();
    return intents.map((intent) => this.of(intent.command) ?? intent);
  }

  of(command: string): CommandIntent | undefined {
    const row = this.#of.get(command);
    return row && { command, user: row.user, digest: row.digest, stream: row.stream, firstRevision: row.first_revision };
  }

  /** Forgets at most `most` that were intended before; returns how many. */
  prune(before: number, most: number): number {
    return this.#prune.run(before, most).changes;
  }

  /** What stood there before its age was remembered is as old as this. */
  #rememberAge(now: number): void {
    const known = this.#db.prepare<[], { readonly name: string }>("SELECT name FROM pragma_table_info('intents')").all();
    this.#db.transaction(() => {
      if (!known.some(({ name }) => name === 'intended_at')) {
        this.#db.exec('ALTER TABLE intents ADD COLUMN intended_at INTEGER NOT NULL DEFAULT 0');
        this.#db.prepare('UPDATE intents SET intended_at = ?').run(now);
      }
      this.#db.exec('CREATE INDEX IF NOT EXISTS intents_by_age ON intents (intended_at)');
    })();
  }

  close(): void {
    this.#db.close();
  }
}
