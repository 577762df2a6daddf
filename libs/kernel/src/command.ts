import type { Fact } from './event.ts';
import type { StreamRef } from './stream.ts';
import type { Details } from './objection.ts';
import type { Actor, NoRole, ProcessRole, Role, Scope } from './authority.ts';
import type { Instant } from './time.ts';

/** A question to this node's projections, declared in a read model and asked by a decision. */
export interface Look<Answer> {
  readonly look: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Never present: carries the answer's type. */
  readonly answers?: Answer;
}

/** What surrounds a command: who, when, under which id. Read from here, never from a clock. */
export interface Circumstances {
  readonly commandId: string;
  readonly actor: Actor;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
}

type Refs<C> = Readonly<Record<string, (command: C) => StreamRef<any, any>>>;
type ReadRefs<C> = Readonly<Record<string, (command: C) => StreamRef<any, any> | readonly StreamRef<any, any>[]>>;
type Looks<C> = Readonly<Record<string, (command: C, circumstances: Circumstances) => Look<any>>>;

type StateOf<Ref> = Ref extends readonly StreamRef<infer State, any>[] ? readonly State[] : Ref extends StreamRef<infer State, any> ? State : never;
type AnswerOf<L> = L extends Look<infer Answer> ? Answer : never;

/** Without the index signature that stands for "nothing was declared" when a slice leaves `reads` or `looks` out. */
type Declared<T> = { readonly [K in keyof T as string extends K ? never : K]: T[K] };

/** The folded streams and the looks' answers, under the names the slice gave them. */
export type Known<W, R, L> = { readonly [K in keyof W]: W[K] extends (...args: any) => infer Ref ? StateOf<Ref> : never } & {
  readonly [K in keyof R]: R[K] extends (...args: any) => infer Ref ? StateOf<Ref> : never;
} & { readonly [K in keyof L]: L[K] extends (...args: any) => infer Asked ? AnswerOf<Asked> : never };

/** The events that the written stream takes. */
export type WrittenEvent<W> = { [K in keyof W]: W[K] extends (...args: any) => StreamRef<any, infer Event> ? Event : never }[keyof W];

type Objects<C, K> = (command: C, known: K, circumstances: Circumstances) => boolean | Details | undefined;

export interface CommandDefinition<C extends object, W extends Refs<C>, R extends ReadRefs<C>, L extends Looks<C>, Code extends string> {
  /** `<context>.<folder of the slice>`: also the route and the operationId. */
  readonly name: `${string}.${string}`;
  /** An order is refused when an objection stands. A fact, when testified, is kept with the objections as contradictions. */
  readonly records: 'fact' | 'order';
  readonly roles: readonly (Role | ProcessRole | NoRole)[];
  /** What the command concerns; all of a list must be held. Judged before anything is loaded. */
  readonly scope: (command: C) => Scope | readonly Scope[];
  /** The one stream that receives the events. */
  readonly writes: W;
  /** Streams that the decision consults; a list holds at most 1,000. */
  readonly reads?: R;
  /** Questions to projections, answered after this process's own last append. */
  readonly looks?: L;
  /**
   * For each code: what stands against the command: nothing (`false`), or the objection, with details. Pure.
   * Written as a mapped type because through `Record` the compiler would take all that is known for `any`.
   */
  readonly objections: { readonly [K in Code]: Objects<C, Known<W, Declared<R>, Declared<L>>> };
  /**
   * For each code: what whoever told it must hear of an event that was recorded, with details, or `false`. Found in the
   * event alone, so that the same key always gets the same answer.
   */
  readonly notices?: Readonly<Record<string, (event: WrittenEvent<W>) => Details | false>>;
  /** What happened, as events of the written stream, at least one. Pure. */
  readonly record: (command: C, known: Known<W, Declared<R>, Declared<L>>, circumstances: Circumstances) => readonly WrittenEvent<W>[];
  /** One sentence for the API's reader. */
  readonly summary: string;
}

/** A command slice as the framework sees it, its inner types erased. */
export interface CommandSlice<C extends object = any, Code extends string = string> {
  readonly command: new () => C;
  readonly name: string;
  readonly summary: string;
  readonly records: 'fact' | 'order';
  readonly roles: readonly (Role | ProcessRole | NoRole)[];
  readonly scope: (command: C) => Scope | readonly Scope[];
  readonly writes: Refs<C>;
  readonly reads: ReadRefs<C>;
  readonly looks: Looks<C>;
  readonly objections: Readonly<Record<Code, Objects<C, any>>>;
  readonly notices: Readonly<Record<string, (event: any) => Details | false>>;
  readonly record: (command: C, known: any, circumstances: Circumstances) => readonly Fact[];
}

/** A command slice with everything the compiler knows of it; specs are typed by it. */
export interface TypedCommandSlice<C extends object, W, R, L, Code extends string> extends CommandSlice<C, Code> {
  readonly types?: { writes: W; reads: R; looks: L; code: Code };
}

/**
 * Declares a command slice: `command(AdmitGuest)({ name: 'access.admit-guest', records: 'fact', … })`.
 * The class is the command, its validation and its schema at once.
 */
export const command =
  <C extends object>(type: new () => C) =>
  <W extends Refs<C>, Code extends string, R extends ReadRefs<C>, L extends Looks<C>>(
    definition: CommandDefinition<C, W, R, L, Code>,
  ): TypedCommandSlice<C, W, Declared<R>, Declared<L>, Code> => ({
    ...definition,
    command: type,
    reads: definition.reads ?? {},
    looks: definition.looks ?? {},
    notices: definition.notices ?? {},
  });
