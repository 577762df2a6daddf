import type { Database, Statement } from 'better-sqlite3';
import type { ProjectionDeclaration } from '../../declare/projection.ts';
import type { ReaderStatement, Row } from '../../readers/messages.ts';
import { PreparedQueries } from '../../readers/worker/prepared-queries.ts';
import type { LogEvent } from './log-event.ts';
import { openToAnswer, openToFill, settle } from './open-database.ts';
import { type CheckpointRow, ownTables } from './own-tables.ts';
import { Parking } from './parking.ts';
import { type PreparedStep, prepareSteps, type StepsOfType } from './prepared-steps.ts';
import { isOfTheMachine } from './sqlite-errors.ts';

/** Rows that a batch changed: projection → keys. */
export type Touched = Map<string, Set<string>>;

export interface LastEvent {
  readonly id: string;
  readonly position: bigint;
  readonly knownFrom: number;
}

/** So many events of other contexts pass before the file is told. */
const passedOver = 10_000n;

/** One file with one context's tables, and how far in the log it is. */
export class ContextFile {
  readonly path: string;
  readonly #database: Database;
  readonly #steps: ReadonlyMap<string, StepsOfType>;
  readonly #parking: Parking;
  readonly #begin: Statement<[]>;
  readonly #commit: Statement<[]>;
  readonly #checkpoint: Statement<[bigint, bigint, string, number, number]>;
  #queries: PreparedQueries | undefined;
  #position: bigint;
  /** What the file says of itself: behind `position` while nothing that it takes has come. */
  #written: bigint;
  #last: LastEvent;
  #events: number;

  /**
   * Opens the file, or makes it, to answer or to be filled. A file that another version made, or that was never finished
   * being made, is made anew.
   */
  constructor(path: string, version: string, projections: readonly ProjectionDeclaration[], use: 'answers' | 'fills') {
    this.path = path;
    this.#database = use === 'fills' ? openToFill(path) : openToAnswer(path);
    try {
      const row = checkpointOf(this.#database, version) ?? create(this.#database, version, projections);
      this.#position = row.position;
      this.#written = row.position;
      this.#last = { id: row.last_id, position: row.last_position, knownFrom: Number(row.known_from) };
      this.#events = Number(row.events);
      this.#steps = prepareSteps(projections, this.#database);
      this.#parking = new Parking(this.#database);
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

  get position(): bigint {
    return this.#position;
  }

  /** The last event that was projected; at the beginning of the log its id is empty. */
  get last(): LastEvent {
    return this.#last;
  }

  get events(): number {
    return this.#events;
  }

  get parked(): number {
    return this.#parking.count;
  }

  takes(type: string): boolean {
    return this.#steps.has(type);
  }

  /**
   * Projects a batch and moves the checkpoint, in one transaction. `through`: how far the log was looked at, which may
   * be beyond the last event. Other contexts' events are not worth a transaction: after a crash they are passed over
   * again. @throws the machine's failures, with nothing changed
   */
  apply(events: readonly LogEvent[], through: bigint, touched?: Touched): void {
    if (through - this.#written < passedOver && !events.some(({ type }) => this.#steps.has(type))) return this.#passed(events, through);
    try {
      this.#inTransaction(events, through, (taking, event) => this.#runAll(taking, event));
    } catch (error) {
      if (isOfTheMachine(error)) throw error;
      this.#inTransaction(events, through, ({ steps }, event) => this.#eachUnlessHeld(steps, event, (step) => this.#runOrPark(step, event)));
    }
    if (touched) this.#collect(events, touched);
  }

  /** Rows of a small question: the pages it needs are those just written, in this connection's cache. @throws RowLimitExceeded, SqliteError */
  look(statement: ReaderStatement, rowLimit: number): readonly Row[] {
    this.#queries ??= new PreparedQueries(this.#database);
    return this.#queries.rows(statement, rowLimit);
  }

  close(): void {
    this.#database.close();
  }

  /** Everything in the main file and on the disk, before the pointer names it. */
  settle(): void {
    if (this.#written < this.#position) this.#inTransaction([], this.#position, () => undefined);
    settle(this.#database);
  }

  /** From now on decisions wait for this thread: a reading thread checkpoints the file, and this one only when that has fallen far behind. */
  followLive(): void {
    this.#database.pragma('wal_autocheckpoint = 16000');
  }

  #inTransaction(events: readonly LogEvent[], through: bigint, run: (taking: StepsOfType, event: LogEvent) => void): void {
    const last = events.at(-1) ?? this.#last;
    this.#begin.run();
    try {
      for (const event of events) {
        const taking = this.#steps.get(event.type);
        if (taking) run(taking, event);
      }
      this.#checkpoint.run(through, last.position, last.id, last.knownFrom, this.#events + events.length);
      this.#commit.run();
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('rollback');
      this.#parking.reload();
      throw error;
    }
    this.#written = through;
    this.#passed(events, through);
  }

  #passed(events: readonly LogEvent[], through: bigint): void {
    const last = events.at(-1) ?? this.#last;
    this.#position = through;
    this.#last = { id: last.id, position: last.position, knownFrom: last.knownFrom };
    this.#events += events.length;
  }

  #runAll({ steps, together }: StepsOfType, event: LogEvent): void {
    if (this.#parking.empty || !steps.some(({ projection }) => this.#parking.holds(projection, event))) together.run(event);
    else this.#eachUnlessHeld(steps, event, (step) => step.run(event));
  }

  #eachUnlessHeld(steps: readonly PreparedStep[], event: LogEvent, run: (step: PreparedStep) => void): void {
    for (const step of steps) {
      if (this.#parking.holds(step.projection, event)) this.#parking.park(step.projection, event, null);
      else run(step);
    }
  }

  /** The slow way, for a batch in which a step has thrown: each step by itself, and what it changed before it threw undone. */
  #runOrPark(step: PreparedStep, event: LogEvent): void {
    this.#database.exec('savepoint step');
    try {
      step.run(event);
    } catch (error) {
      if (isOfTheMachine(error)) throw error;
      this.#database.exec('rollback to step');
      this.#parking.park(step.projection, event, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
    this.#database.exec('release step');
  }

  #collect(events: readonly LogEvent[], touched: Touched): void {
    for (const event of events)
      for (const step of this.#steps.get(event.type)?.steps ?? []) {
        if (this.#parking.holds(step.projection, event)) continue;
        const keys = touched.get(step.projection) ?? new Set();
        touched.set(step.projection, keys);
        for (const key of step.changed(event)) keys.add(key);
      }
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
