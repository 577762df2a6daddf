import SqliteDatabase, { type Database, type Statement } from 'better-sqlite3';
import type { ReaderJob, Row } from '../messages.ts';
import { PreparedQueries } from './prepared-queries.ts';

/** One context's file, open for reading, with the statements that were asked lately. */
export class OpenFile {
  readonly #path: string;
  readonly #database: Database;
  readonly #queries: PreparedQueries;
  readonly #position: Statement<[], bigint>;
  readonly #begin: Statement<[]>;
  readonly #commit: Statement<[]>;
  /** Writes nothing but checkpoints. */
  #checkpointing: Database | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#database = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
    this.#database.pragma('query_only = true');
    // Small: every reader has one for every file, and what it reads again the system keeps.
    this.#database.pragma('cache_size = -4096');
    this.#database.pragma('temp_store = MEMORY');
    this.#queries = new PreparedQueries(this.#database);
    this.#position = this.#database.prepare<[], bigint>('select position from saksi_checkpoint').pluck().safeIntegers();
    this.#begin = this.#database.prepare('begin');
    this.#commit = this.#database.prepare('commit');
  }

  /** Rows of every statement, and the position of the tables when they were read. @throws RowLimitExceeded */
  read({ statements, rowLimit }: ReaderJob): { rows: readonly (readonly Row[])[]; position: bigint } {
    this.#begin.run();
    try {
      const position = this.#position.get() ?? 0n;
      return { position, rows: statements.map((statement) => this.#queries.rows(statement, rowLimit)) };
    } finally {
      this.#commit.run();
    }
  }

  /** As far as it can go without waiting for anyone. */
  checkpoint(): void {
    this.#checkpointing ??= new SqliteDatabase(this.#path, { fileMustExist: true });
    this.#checkpointing.pragma('synchronous = NORMAL');
    this.#checkpointing.pragma('wal_checkpoint(PASSIVE)');
  }

  close(): void {
    this.#checkpointing?.close();
    this.#database.close();
  }
}
