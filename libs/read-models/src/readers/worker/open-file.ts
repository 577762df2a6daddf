import SqliteDatabase, { type Database, type Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { ReaderJob, ReaderStatement, Row } from '../messages.ts';

export class RowLimitExceeded extends Error {}

/** One context's file, open for reading, with the statements that were asked lately. */
export class OpenFile {
  readonly #database: Database;
  readonly #prepared = new LRUCache<string, Statement<unknown[], Row>>({ max: 300 });
  readonly #position: Statement<[], bigint>;
  readonly #begin: Statement<[]>;
  readonly #commit: Statement<[]>;

  constructor(path: string) {
    this.#database = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
    this.#database.pragma('query_only = true');
    this.#database.pragma('cache_size = -16384');
    this.#database.pragma('temp_store = MEMORY');
    this.#position = this.#database.prepare<[], bigint>('select position from saksi_checkpoint').pluck().safeIntegers();
    this.#begin = this.#database.prepare('begin');
    this.#commit = this.#database.prepare('commit');
  }

  /** Rows of every statement, and the position of the tables when they were read. @throws RowLimitExceeded */
  read({ statements, rowLimit }: ReaderJob): { rows: readonly (readonly Row[])[]; position: bigint } {
    this.#begin.run();
    try {
      const position = this.#position.get() ?? 0n;
      return { position, rows: statements.map((statement) => this.#rows(statement, rowLimit)) };
    } finally {
      this.#commit.run();
    }
  }

  close(): void {
    this.#database.close();
  }

  #rows({ sql, parameters }: ReaderStatement, limit: number): readonly Row[] {
    const rows: Row[] = [];
    for (const row of this.#prepare(sql).iterate(...parameters)) {
      if (rows.length === limit) throw new RowLimitExceeded();
      rows.push(row);
    }
    return rows;
  }

  #prepare(sql: string): Statement<unknown[], Row> {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare<unknown[], Row>(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
