import type { Database, Statement } from 'better-sqlite3';
import type { ProjectionDeclaration } from '../../declare/projection.ts';
import type { ReaderStatement, Row } from '../../readers/messages.ts';
import { PreparedQueries } from '../../readers/worker/prepared-queries.ts';
import { FileSteps, type Touched } from './file-steps.ts';
import type { LogEvent } from './log-event.ts';
import { openToAnswer, openToFill, settle } from './open-database.ts';
import { type CheckpointRow, ownTables } from './own-tables.ts';
import { isOfTheMachine } from './sqlite-errors.ts';

export interface LastEvent {
  readonly id: string;
  readonly position: bigint;
  readonly knownFrom: number;
}

/** How far in the log a file is. */
interface Place {
  readonly position: bigint;
  readonly last: LastEvent;
  readonly events: number;
}

/** So many events of other contexts pass before the file is told. */
const passedOver = 10_000n;

/**
 * One file with one context's tables, and how far in the log it is. What was projected is seen by this connection at once
 * and by others with the next `commit`.
 */
export class ContextFile {
  readonly path: string;
  readonly #database: Database;
  readonly #steps: FileSteps;
  readonly #begin: Statement<[]>;
  readonly #commit: Statement<[]>;
  readonly #checkpoint: Statement<[bigint, bigint, string, number, number]>;
  #queries: PreparedQueries | undefined;
  /** With what is not committed. */
  #place: Place;
  /** What other connections see. */
  #committed: Place;
  /** What the file says of itself: behind `committed` while nothing that it takes has come. */
  #written: bigint;
  /** The events of the transaction that is open; none is when there are none. */
  #held: LogEvent[] = [];

  /**
   * Opens the file, or makes it, to answer or to be filled. A file that another version made, or that was never finished
   * being made, is made anew.
   */
  constructor(path: string, version: string, projections: readonly ProjectionDeclaration[], use: 'answers' | 'fills') {
    this.path = path;
    this.#database = use === 'fills' ? openToFill(path) : openToAnswer(path);
    try {
      const row = checkpointOf(this.#database, version) ?? create(this.#database, version, projections);
      this.#written = row.position;
      this.#place = {
        position: row.position,
        last: { id: row.last_id, position: row.last_position, knownFrom: Number(row.known_from) },
        events: Number(row.events),
      };
      this.#committed = this.#place;
      this.#steps = new FileSteps(projections, this.#database);
      this.#begin = this.#database.prepare('begin immediate');
      this.#commit = this.#database.prepare('commit');
      this.#checkpoint = this.#database.prepare(
        'update saksi_checkpoint set position = ?, last_position = ?, last_id = ?, known_from = ?, events = ? where one = 1',
      );
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  /** How far the tables are, as this connection sees them. */
  get position(): bigint {
    return this.#place.position;
  }

  /** How far the tables are, as others see them. */
  get committed(): bigint {
    return this.#committed.position;
  }

  /** Whether others do not see everything yet. */
  get holds(): boolean {
    return this.#held.length > 0;
  }

  /** The last event that was projected; at the beginning of the log its id is empty. */
  get last(): LastEvent {
    return this.#place.last;
  }

  /** Events up to where others see the tables. */
  get events(): number {
    return this.#committed.events;
  }

  get parked(): number {
    return this.#steps.parked;
  }

  takes(type: string): boolean {
    return this.#steps.take(type);
  }

  /**
   * Projects a batch in the open transaction, or a new one. `through`: how far the log was looked at, which may be beyond
   * the last event. Other contexts' events are not worth a transaction: after a crash they are passed over again.
   * @throws the machine's failures, with everything since the last commit undone
   */
  project(events: readonly LogEvent[], through: bigint, touched?: Touched): void {
    const { last } = this.#place;
    const { id, position, knownFrom } = events.at(-1) ?? last;
    const place: Place = { position: through, last: { id, position, knownFrom }, events: this.#place.events + events.length };
    const taken = events.filter(({ type }) => this.#steps.take(type));
    if (taken.length > 0 || (!this.holds && through - this.#written >= passedOver)) this.#run(taken);
    this.#place = place;
    if (!this.#database.inTransaction) this.#committed = place;
    if (touched) this.#steps.collect(taken, touched);
  }

  /** Lets others see what was projected, and where the log was then, in one. @throws the machine's failures, with everything since the last commit undone */
  commit(): void {
    if (!this.#database.inTransaction) return;
    const { position, last, events } = this.#place;
    try {
      this.#checkpoint.run(position, last.position, last.id, last.knownFrom, events);
      this.#commit.run();
    } catch (error) {
      this.#undo();
      throw error;
    }
    this.#written = position;
    this.#committed = this.#place;
    this.#held = [];
  }

  /** Rows of a small question: the pages it needs are those just written, in this connection's cache. @throws RowLimitExceeded, SqliteError */
  look(statement: ReaderStatement, rowLimit: number): readonly Row[] {
    this.#queries ??= new PreparedQueries(this.#database);
    return this.#queries.rows(statement, rowLimit);
  }

  close(): void {
    try {
      this.commit();
    } catch {
      // It is in the log: projected again at the next start.
    }
    this.#database.close();
  }

  /** Everything in the main file and on the disk, before the pointer names it. */
  settle(): void {
    if (this.#written < this.#place.position && !this.#database.inTransaction) this.#begin.run();
    this.commit();
    settle(this.#database);
  }

  /** From now on decisions wait for this thread: a reading thread checkpoints the file, and this one only when that has fallen far behind. */
  followLive(): void {
    this.#database.pragma('wal_autocheckpoint = 16000');
  }

  #run(taken: readonly LogEvent[]): void {
    if (!this.#database.inTransaction) this.#begin.run();
    try {
      this.#steps.run(taken);
      this.#held.push(...taken);
    } catch (error) {
      const again = [...this.#held, ...taken];
      this.#undo();
      if (isOfTheMachine(error)) throw error;
      // The statements of a type roll the whole transaction back: what it held is run again, a step at a time.
      this.#runApart(again);
    }
  }

  #runApart(events: readonly LogEvent[]): void {
    this.#begin.run();
    try {
      this.#steps.runApart(events);
      this.#held = [...events];
    } catch (error) {
      this.#undo();
      throw error;
    }
  }

  #undo(): void {
    if (this.#database.inTransaction) this.#database.exec('rollback');
    this.#steps.reload();
    this.#place = this.#committed;
    this.#held = [];
  }
}

function checkpointOf(database: Database, version: string): CheckpointRow | undefined {
  const exists = database.prepare("select 1 from sqlite_master where type = 'table' and name = 'saksi_checkpoint'").get();
  if (!exists) return undefined;
  return database
    .prepare<[string], CheckpointRow>('select version, position, last_position, last_id, known_from, events from saksi_checkpoint where version = ?')
    .safeIntegers()
    .get(version);
}

function create(database: Database, version: string, projections: readonly ProjectionDeclaration[]): CheckpointRow {
  database.transaction(() => {
    for (const sql of ownTables) database.exec(sql);
    for (const { schema } of projections) for (const sql of schema) database.exec(sql);
    database
      .prepare("insert into saksi_checkpoint (one, version, position, last_position, last_id, known_from, events) values (1, ?, 0, 0, '', 0, 0)")
      .run(version);
  })();
  return { version, position: 0n, last_position: 0n, last_id: '', known_from: 0n, events: 0n };
}
