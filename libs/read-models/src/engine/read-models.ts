import { join } from 'node:path';
import type { EventStore } from '#event-store';
import type { Look } from '#kernel';
import { asList, contextOf, type From } from '../declare/from.ts';
import type { Statement } from '../declare/kysely.ts';
import { lookNamed, type LookDeclaration } from '../declare/look.ts';
import type { AnswerOf, Answers, FoundRows, QueryCircumstances, QuerySlice, TypedQuerySlice } from '../declare/query.ts';
import { CopyFailed, ProjectorFailed, QueryFailed, ReadModelBehind, ReadModelsClosed } from '../errors.ts';
import type { Change, FileStatus, FindResult, PageRequest, ParkedEvent, ReadModels, RebuildProgress, Unsubscribe } from '../port.ts';
import type { LookAnswer, Report } from '../projector/messages.ts';
import type { ReaderPool, Read } from '../readers/reader-pool.ts';
import type { ReaderStatement } from '../readers/messages.ts';
import { copying } from '../snapshot/copying.ts';
import type { ContextCopy } from '../snapshot/messages.ts';
import { copyNameOf } from '../snapshot/names.ts';
import { Checkpoints } from './checkpoints.ts';
import { compiled, isOne } from './compiled.ts';
import { LookBatch } from './look-batch.ts';
import { LookStatements } from './look-statements.ts';
import { cut, firstOf, paged } from './paging.ts';
import type { ProgressBoard } from './progress-board.ts';
import { ProjectorLooks, type LookResult } from './projector-looks.ts';
import type { ProjectorThread } from './projector-thread.ts';
import { followRebuild, RebuildMeter } from './rebuilds.ts';

export interface EngineParts {
  readonly store: EventStore;
  readonly board: ProgressBoard;
  readonly pool: ReaderPool;
  readonly projector: ProjectorThread;
  readonly rowLimit: number;
  readonly lookWaitMs: number;
}

/** So long after a look has held up the projector, ms, readers answer the ones like it. */
const slowFor = 60_000;

/** The read models of one node: the projector writes the files, the readers answer from them. */
export class Engine implements ReadModels {
  readonly #parts: EngineParts;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #meters = new Map<string, RebuildMeter>();
  readonly #behindSince = new Map<string, number>();
  readonly #looks = new LookBatch((context, statements) => this.#read(context, statements));
  readonly #lookStatements = new Map<LookDeclaration, LookStatements>();
  readonly #checkpoints = new Checkpoints((file) => this.#parts.pool.checkpoint(file));
  readonly #projectorLooks: ProjectorLooks;
  readonly #slowUntil = new Map<LookDeclaration, number>();
  readonly #stopListening: Unsubscribe;
  #appended = 0n;
  #closed = false;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    const { lookWaitMs: waitMs, rowLimit, projector } = parts;
    this.#projectorLooks = new ProjectorLooks({ post: (asked) => projector.look(asked), waitMs, rowLimit });
    this.#stopListening = parts.store.onAppended((position) => {
      this.#appended = position;
      this.#measureLag();
      parts.projector.poke();
    });
  }

  /** A report of the projector: readers forget files that no longer answer, watchers hear what changed. */
  take(report: Report, before: ReadonlyMap<string, string>): void {
    for (const { context, answering } of report.contexts) {
      const old = before.get(context);
      if (old === undefined || old === answering?.file) continue;
      this.#checkpoints.forget(old);
      this.#parts.pool.forget(old);
    }
    this.#checkpoints.take(report);
    this.#measureLag();
    for (const change of report.changes) for (const listener of this.#listeners) listener(change);
  }

  /** Looks that the projector has answered. */
  looked(answers: readonly LookAnswer[]): void {
    this.#projectorLooks.answered(answers);
  }

  /** The projector has died: what it was asked is asked elsewhere. */
  lost(): void {
    this.#projectorLooks.lost();
  }

  async ask<Answer>(asked: Look<Answer>): Promise<{ readonly answer: Answer; readonly position: bigint }> {
    const look = lookNamed(asked.look);
    const wanted = this.#appended;
    const statement = this.#statementsOf(look).for(asked.args);
    const { rows, position } =
      this.#parts.board.isLive && !this.#isSlow(look) ? await this.#askProjector(look, wanted, statement) : await this.#askReader(look, wanted, statement);
    return { answer: look.answer(rows) as Answer, position };
  }

  find<Args extends object, A extends Answers>(
    slice: TypedQuerySlice<Args, A>,
    args: Args,
    circumstances: QueryCircumstances,
    page?: PageRequest,
  ): Promise<FindResult<AnswerOf<A>>>;
  find(slice: QuerySlice, args: object, circumstances: QueryCircumstances, page?: PageRequest): Promise<FindResult>;
  async find(slice: QuerySlice, args: object, circumstances: QueryCircumstances, page: PageRequest = {}): Promise<FindResult> {
    const found = slice.find(args, circumstances);
    const present = (rows: FoundRows): unknown =>
      slice.present ? slice.present(rows, args, circumstances) : slice.list || !Array.isArray(rows) ? rows : rows[0];
    if (!isOne(found)) {
      const names = Object.keys(found);
      const { rows, position } = await this.#read(slice.context, Object.values(found).map(compiled));
      return { answer: present(Object.fromEntries(names.map((name, index) => [name, rows[index] ?? []]))), position };
    }
    const statement = compiled(found);
    const { rows, position } = await this.#read(slice.context, [slice.page ? paged(statement, slice.page, page) : statement]);
    const all = rows[0] ?? [];
    if (!slice.page) return { answer: present(all), position };
    const { rows: ofThePage, next } = cut(all, slice.page, page.size);
    return { answer: present(ofThePage), position, ...(next && { next }) };
  }

  async run<Row>(from: From, statement: Statement<Row>, most?: number): Promise<{ readonly rows: readonly Row[]; readonly position: bigint }> {
    const all = compiled(statement);
    const { rows, position } = await this.#read(contextOf('statement', asList(from)), [most === undefined ? all : firstOf(all, most)]);
    return { rows: (rows[0] ?? []) as readonly Row[], position };
  }

  waitFor(position: bigint, context: string, timeoutMs: number): Promise<boolean> {
    return this.#seen(position, context, timeoutMs);
  }

  async caughtUp(position: bigint): Promise<void> {
    const { board, projector } = this.#parts;
    projector.hurry(position);
    const stopped = (): string | undefined => {
      const state = board.contexts.map((report) => board.state(report)).find(({ kind }) => kind === 'unknown-event' || kind === 'faulty');
      if (state?.kind === 'unknown-event') return `the log holds an event of the type "${state.type}", which this build does not know`;
      return state?.kind === 'faulty' ? state.why : undefined;
    };
    await board.wait(
      () =>
        this.#closed || stopped() !== undefined || board.contexts.every(({ context, state }) => state.kind === 'live' && board.position(context) >= position),
    );
    const why = this.#closed ? 'the read models were closed' : stopped();
    if (why !== undefined) throw new ProjectorFailed(why);
  }

  status(): readonly FileStatus[] {
    const { board } = this.#parts;
    const head = board.head > this.#appended ? board.head : this.#appended;
    return board.contexts.map((report) => {
      const { context, version, answering, filling } = report;
      const file = answering ?? filling;
      const since = this.#behindSince.get(context);
      if (!filling) this.#meters.delete(context);
      return {
        context,
        version,
        file: file?.file ?? '',
        state: board.state(report),
        position: file?.position ?? 0n,
        head,
        lagMs: since === undefined ? 0 : Math.round(performance.now() - since),
        parked: answering?.parked ?? filling?.parked ?? 0,
        ...(filling && { rebuild: this.#meter(context).read() }),
      };
    });
  }

  async parked(): Promise<readonly ParkedEvent[]> {
    const listed = this.#parts.board.contexts.filter(({ answering }) => answering && answering.parked > 0);
    return (await Promise.all(listed.map(({ context }) => this.#parkedIn(context)))).flat();
  }

  rebuild(context: string, onProgress?: (progress: RebuildProgress) => void): Promise<RebuildProgress> {
    return followRebuild(
      context,
      this.#parts.board,
      () => this.#parts.projector.rebuild(context),
      () => this.#closed,
      onProgress,
    );
  }

  async retryParked(onProgress?: (progress: RebuildProgress) => void): Promise<readonly RebuildProgress[]> {
    const contexts = this.#parts.board.contexts.filter(({ answering }) => answering && answering.parked > 0);
    return Promise.all(contexts.map(({ context }) => this.rebuild(context, onProgress)));
  }

  async copyTo(folder: string, onCopied: (context: string) => void = () => undefined): Promise<readonly ContextCopy[]> {
    const copies: ContextCopy[] = [];
    for (const { context } of this.#parts.board.contexts) {
      copies.push(await this.#copy(context, join(folder, copyNameOf(context))));
      onCopied(context);
    }
    return copies;
  }

  onChange(listener: (change: Change) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopListening();
    this.#checkpoints.close();
    this.#parts.pool.close();
    this.#projectorLooks.lost();
    await this.#parts.projector.close();
    this.#parts.board.failed('the read models were closed');
  }

  async #parkedIn(context: string): Promise<readonly ParkedEvent[]> {
    const { rows } = await this.#read(context, [parkedEvents]);
    return (rows[0] ?? []).map((row) => {
      const { position, ...parked } = row as unknown as ParkedRow;
      return { context, ...parked, position: BigInt(position) };
    });
  }

  async #askProjector(look: LookDeclaration, wanted: bigint, statement: ReaderStatement): Promise<Looked> {
    const result = await this.#projectorLooks.ask(look.context, wanted, statement);
    if (result === 'lost') return this.#askReader(look, wanted, statement);
    if (result === 'overdue') throw this.#behind(look.context, wanted);
    if (result.slow) this.#slowUntil.set(look, performance.now() + slowFor);
    return result;
  }

  /** While the projector is busy with something else, or when the look is a slow one. */
  async #askReader({ context }: LookDeclaration, wanted: bigint, statement: ReaderStatement): Promise<Looked> {
    if (this.#closed) throw new ReadModelsClosed();
    if (!(await this.#seen(wanted, context, this.#parts.lookWaitMs))) throw this.#behind(context, wanted);
    return this.#looks.ask(context, statement);
  }

  /** Waits until readers see the context's tables at the position; false after `timeoutMs`. */
  #seen(position: bigint, context: string, timeoutMs: number): Promise<boolean> {
    const { board, projector } = this.#parts;
    if (board.position(context) < position) projector.hurry(position);
    return board.wait(() => board.position(context) >= position, timeoutMs);
  }

  #isSlow(look: LookDeclaration): boolean {
    return (this.#slowUntil.get(look) ?? 0) > performance.now();
  }

  #statementsOf(look: LookDeclaration): LookStatements {
    const statements = this.#lookStatements.get(look) ?? new LookStatements((args) => look.find(args));
    this.#lookStatements.set(look, statements);
    return statements;
  }

  /** A file that a rebuild replaced meanwhile is gone: the one that took its place is copied instead. */
  async #copy(context: string, to: string): Promise<ContextCopy> {
    const { board } = this.#parts;
    const file = board.file(context);
    try {
      const [copy] = await copying({ kind: 'copy', context, file, to });
      if (!copy) throw new TypeError('A copy ended without saying what it is.');
      return copy;
    } catch (error) {
      if (error instanceof CopyFailed && board.file(context) !== file) return this.#copy(context, to);
      throw error;
    }
  }

  /** A file may be swapped away between its choice and its opening: the one that took its place is asked instead. */
  async #read(context: string, statements: readonly ReaderStatement[]): Promise<Read> {
    const { board, pool } = this.#parts;
    const file = board.file(context);
    const passed = board.position(context);
    try {
      const read = await pool.read(file, statements);
      // A file is not told of each event that it has nothing to do with.
      return read.position < passed ? { ...read, position: passed } : read;
    } catch (error) {
      const swapped = error instanceof QueryFailed && this.#parts.board.file(context) !== file;
      if (swapped) return this.#read(context, statements);
      throw error;
    }
  }

  #meter(context: string): RebuildMeter {
    const meter = this.#meters.get(context) ?? new RebuildMeter(context, this.#parts.board);
    this.#meters.set(context, meter);
    return meter;
  }

  #measureLag(): void {
    for (const { context, answering } of this.#parts.board.contexts) {
      if (answering && answering.position >= this.#appended) this.#behindSince.delete(context);
      else if (!this.#behindSince.has(context)) this.#behindSince.set(context, performance.now());
    }
  }

  #behind(context: string, wanted: bigint): Error {
    const { board } = this.#parts;
    const state = board.state(board.report(context));
    if (state.kind === 'unknown-event')
      return new ReadModelBehind(
        context,
        board.position(context),
        wanted,
        `the log holds an event of the type "${state.type}", which this build does not know`,
      );
    board.file(context);
    return new ReadModelBehind(context, board.position(context), wanted, state.kind === 'faulty' ? state.why : 'it is behind');
  }
}

type Looked = Pick<LookResult, 'rows' | 'position'>;

type ParkedRow = Omit<ParkedEvent, 'context' | 'position'> & { readonly position: number };

const parkedEvents: ReaderStatement = {
  sql: 'select projection, stream, revision, position, id, type, error from saksi_parked order by position, projection',
  parameters: [],
};
