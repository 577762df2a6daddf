/** A step looked at a value. Steps are declared once and see places; only SQL and `derive` see values. */
export class StepReadsAValue extends Error {
  override readonly name = 'StepReadsAValue';
  constructor(what: string) {
    super(`A step reads ${what} as a value, but it is declared once for all events. Put the condition in SQL, or compute it in derive.`);
  }
}

/** A step asked for a place and bound it nowhere: a condition on it would always be true. */
export class PlaceNeverBound extends Error {
  override readonly name = 'PlaceNeverBound';
  constructor(step: string, path: string) {
    super(`${step}: ${path} is read but bound in no statement. A step cannot branch on it: put the condition in SQL, or compute it in derive.`);
  }
}

export class DeclaredTwice extends Error {
  override readonly name = 'DeclaredTwice';
  constructor(what: string, name: string) {
    super(`The ${what} "${name}" is declared twice.`);
  }
}

export class DifferentContexts extends Error {
  override readonly name = 'DifferentContexts';
  constructor(reader: string, contexts: readonly string[]) {
    super(`The ${reader} reads projections of ${contexts.length === 0 ? 'no context' : contexts.join(' and ')}; it must read those of exactly one.`);
  }
}

export class UnknownLook extends Error {
  override readonly name = 'UnknownLook';
  constructor(name: string) {
    super(`The look "${name}" is not declared in this build: import the module that declares it.`);
  }
}

/** The context's tables are being filled for the first time in this version. `retryAfter` in seconds. */
export class ReadModelRebuilding extends Error {
  override readonly name = 'ReadModelRebuilding';
  readonly context: string;
  readonly retryAfter: number;
  constructor(context: string, done: bigint, head: bigint, retryAfter = 2) {
    super(`The views of "${context}" are being rebuilt (${done} of ${head}). Ask again soon.`);
    this.context = context;
    this.retryAfter = retryAfter;
  }
}

/** The projection has not passed what this process appended within the time allowed, or has stopped. */
export class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';
  readonly context: string;
  readonly retryAfter: number;
  constructor(context: string, at: bigint, wanted: bigint, why = 'it is behind', retryAfter = 1) {
    super(`The views of "${context}" are at position ${at}, not yet at ${wanted}: ${why}. Ask again soon.`);
    this.context = context;
    this.retryAfter = retryAfter;
  }
}

/** The answer has more rows than a query may return. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
  readonly limit: number;
  constructor(limit: number) {
    super(`The answer has more than ${limit} rows. Narrow the question, or ask for pages.`);
    this.limit = limit;
  }
}

/** The query ran longer than a query may and was ended. */
export class QueryTooSlow extends Error {
  override readonly name = 'QueryTooSlow';
  readonly limitMs: number;
  constructor(limitMs: number) {
    super(`The query took longer than ${limitMs} ms and was ended. Narrow the question.`);
    this.limitMs = limitMs;
  }
}

/** More queries wait for the readers than the queue may hold. `retryAfter` in seconds. */
export class ReadersBusy extends Error {
  override readonly name = 'ReadersBusy';
  readonly retryAfter: number;
  constructor(waiting: number, retryAfter = 1) {
    super(`${waiting} queries are waiting already. Ask again soon.`);
    this.retryAfter = retryAfter;
  }
}

export class UnknownContext extends Error {
  override readonly name = 'UnknownContext';
  constructor(context: string) {
    super(`No projection of the context "${context}" is loaded: its projections module is missing in the list of the read models.`);
  }
}

export class StepSelects extends Error {
  override readonly name = 'StepSelects';
  constructor(projection: string, sql: string) {
    super(`A step of the projection "${projection}" selects rows and changes none: ${sql}`);
  }
}

/** SQLite refused the query: it does not fit the tables. `code` is SQLite's. */
export class QueryFailed extends Error {
  override readonly name = 'QueryFailed';
  readonly code: string;
  constructor(code: string, why: string) {
    super(`A query failed (${code}): ${why}`);
    this.code = code;
  }
}

export class ReadModelsClosed extends Error {
  override readonly name = 'ReadModelsClosed';
  constructor() {
    super('The read models are closed: the server is shutting down.');
  }
}

/** The projector's thread could not start or go on. */
export class ProjectorFailed extends Error {
  override readonly name = 'ProjectorFailed';
  constructor(why: string) {
    super(`The projector cannot run: ${why}`);
  }
}

/** A page was asked for after a key that is not this query's. */
export class InvalidPage extends Error {
  override readonly name = 'InvalidPage';
}

export class NotBindable extends Error {
  override readonly name = 'NotBindable';
  constructor(type: string, sql: string) {
    super(`A query binds a value of type ${type}, which SQLite does not know: ${sql}`);
  }
}

/** A snapshot cannot become this node's read models. */
export class SnapshotUnusable extends Error {
  override readonly name = 'SnapshotUnusable';
}

/** A file of read models could not be copied: the disk is full, or what was read is damaged. `code` is SQLite's or the system's. */
export class CopyFailed extends Error {
  override readonly name = 'CopyFailed';
  readonly code: string;
  constructor(code: string, why: string) {
    super(`Read models could not be copied: ${why}`);
    this.code = code;
  }
}
