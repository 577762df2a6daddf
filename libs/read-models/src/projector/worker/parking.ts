import type { Database, Statement } from 'better-sqlite3';
import type { LogEvent } from './log-event.ts';

/**
 * Events that a step could not take, and every later event of the same stream for the same projection: an order of
 * events with holes would give rows that no log says.
 */
export class Parking {
  readonly #database: Database;
  readonly #park: Statement<[string, bigint, string, number, string, string, string | null]>;
  #streams = new Set<string>();
  #count = 0;

  constructor(database: Database) {
    this.#database = database;
    this.#park = database.prepare('insert into saksi_parked (projection, position, stream, revision, id, type, error) values (?, ?, ?, ?, ?, ?, ?)');
    this.reload();
  }

  get count(): number {
    return this.#count;
  }

  get empty(): boolean {
    return this.#count === 0;
  }

  /** What the table says, after a transaction was rolled back. */
  reload(): void {
    const rows = this.#database
      .prepare<[], { projection: string; stream: string; parked: number }>(
        'select projection, stream, count(*) as parked from saksi_parked group by projection, stream',
      )
      .all();
    this.#streams = new Set(rows.map(({ projection, stream }) => key(projection, stream)));
    this.#count = rows.reduce((sum, { parked }) => sum + parked, 0);
  }

  holds(projection: string, { stream }: LogEvent): boolean {
    return this.#streams.has(key(projection, stream));
  }

  park(projection: string, event: LogEvent, error: string | null): void {
    this.#park.run(projection, event.position, event.stream, event.revision, event.id, event.type, error);
    this.#streams.add(key(projection, event.stream));
    this.#count++;
  }
}

const key = (projection: string, stream: string): string => `${projection} ${stream}`;
