import type { Database, Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { ReaderStatement, Row } from '../messages.ts';

export class RowLimitExceeded extends Error {}

const kept = 300;

/** The statements that were asked of a file lately, prepared. */
export class PreparedQueries {
  readonly #database: Database;
  readonly #prepared = new LRUCache<string, Statement<unknown[], Row>>({ max: kept });

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws RowLimitExceeded, SqliteError */
  rows({ sql, parameters }: ReaderStatement, limit: number): readonly Row[] {
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
