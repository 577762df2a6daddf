import type { Kysely } from 'kysely';
import { builderFor, type From, type Statement, type TablesOf } from '#read-models';
import type { Accepted, NotPermitted, Objected, OutOfScope } from '#cqrs';
import type { Asked, CommandSlice, Instant, Method } from '#kernel';

/** What a process knows of time: now, and since when it exists. What became known before `since` is not its business. */
export interface ProcessTime {
  readonly now: Instant;
  /** Compare with `knownFrom` of the event that opened the to-do. */
  readonly since: Instant;
}

/** Why a to-do cannot be done, however often it is tried. */
export type InTheWay = Objected | NotPermitted | OutOfScope;

/** The command that fulfils a to-do. The same key is the same command, on every node and after every restart. */
export interface Action<C extends object = object> {
  readonly key: string;
  readonly slice: CommandSlice<C>;
  readonly asked: Asked<C>;
  /** RFC 3339 with offset, when it did not happen now. */
  readonly occurredAt?: string;
  /** The event that opened the to-do. */
  readonly causationId?: string;
  /** Testimony that a process only passes on keeps its author and voice. */
  readonly onBehalfOf?: {
    readonly user: string;
    readonly method: Method;
    /** An entry that was kept apart, and that `user` has accepted. */
    readonly accepted?: Accepted;
  };
  /**
   * What is recorded instead when that cannot be done. Under the command's own id, so that only one of both ever stands,
   * whichever node is faster.
   */
  readonly otherwise?: (why: InTheWay) => Action;
}

export interface ProcessDefinition<F extends From, Todo> {
  /** `notice-overdue-visits`: acts in the role `process:notice-overdue-visits`. */
  readonly name: string;
  readonly from: F;
  /** The open to-dos that are due, oldest first; the runner takes as many as it is configured to. Pure. */
  readonly due: (db: Kysely<TablesOf<F>>, time: ProcessTime) => Statement<Todo>;
  /** When the next deadline passes; absent: to-dos are due as soon as they are open. Pure. */
  readonly nextDeadline?: (db: Kysely<TablesOf<F>>, time: ProcessTime) => Statement<{ due: number | null }>;
  /** Pure. */
  readonly act: (todo: Todo) => Action;
}

/** A process manager as the runner sees it, its inner types erased. */
export interface ProcessManager {
  readonly name: string;
  readonly from: From;
  due(time: ProcessTime): Statement<object>;
  nextDeadline?(time: ProcessTime): Statement<{ due: number | null }>;
  act(todo: object): Action;
}

/** Makes an action with the slice's own types checked. */
export const action = <C extends object>(what: Action<C>): Action => what as unknown as Action;

/** Declares a process: a projection of open to-dos, each cleared by the event that fulfils it. */
export function processManager<const F extends From, Todo extends object>(definition: ProcessDefinition<F, Todo>): ProcessManager {
  const { name, from, due, nextDeadline, act } = definition;
  const db = builderFor<TablesOf<F>>();
  return {
    name,
    from,
    due: (time) => due(db, time),
    ...(nextDeadline && { nextDeadline: (time: ProcessTime) => nextDeadline(db, time) }),
    act: (todo) => act(todo as Todo),
  };
}
