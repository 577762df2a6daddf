import type { Actor, Instant, Role, Scope } from '#kernel';
import type { Compilable, Kysely, RawBuilder } from 'kysely';
import { asList, contextOf, type From, type TablesOf } from './from.ts';
import { builderFor, type Statement } from './kysely.ts';
import type { ProjectionDeclaration } from './projection.ts';

type Row = Readonly<Record<string, unknown>>;

/** What surrounds a query: who asks, and the instant that "now" means in it. Read from here, never from a clock. */
export interface QueryCircumstances {
  readonly actor: Actor;
  readonly now: Instant;
  /** What the names begin with under which this installation's things are known elsewhere: `https://example.org`. */
  readonly identifiers?: string;
}

/** How the rows of a list are cut into pages: by the values of the last row (keyset), so a page costs the same anywhere. */
export interface Paging<Column extends string = string> {
  /** Columns of the answer, most significant first, together unique, none of them NULL; `'desc'` after a column turns its order. */
  readonly by: readonly (Column | readonly [Column, 'asc' | 'desc'])[];
  /** Rows of a page when the caller does not say: as many as are configured. */
  readonly size?: number;
  /** Rows of a page at most: as many as are configured. */
  readonly max?: number;
}

/** What surrounds a document besides. */
export interface DocumentCircumstances extends QueryCircumstances {
  /** Everything in it was invented: the document must say so. */
  readonly demonstration: boolean;
}

/**
 * How a paged list is answered whole: as one JSON document, its pages strung together while it is read, however long.
 * Its functions take only the arguments of its query.
 */
export interface DocumentForm<Args extends object = object> {
  /** What the document is as a whole, as OpenAPI says it. */
  readonly schema: object;
  /** As what it may be sent, the usual one first. */
  readonly mediaTypes: readonly [string, ...string[]];
  readonly headers?: Readonly<Record<string, string>>;
  fileName(args: Args, circumstances: QueryCircumstances): string;
  /** All that stands before the first entry. Entries follow as JSON, with commas between them. */
  opening(args: Args, circumstances: DocumentCircumstances): string;
  /** All that stands behind the last. */
  readonly closing: string;
}

/** A list (`[PersonInside]`) or a single answer (`ShiftSheet`), as its class: the class is its OpenAPI schema. */
export type Answers = AnswerClass | readonly [AnswerClass];
export type AnswerClass<Answer extends object = object> = new () => Answer;
export type AnswerOf<A> = A extends readonly [AnswerClass<infer Answer>] ? readonly Answer[] : A extends AnswerClass<infer Answer> ? Answer | undefined : never;
type OneAnswer<A> = A extends readonly [AnswerClass<infer Answer>] ? Answer : A extends AnswerClass<infer Answer> ? Answer : never;

export type Found = Statement | Readonly<Record<string, Statement>>;
type RowOf<S> = S extends Compilable<infer R> ? R : S extends RawBuilder<infer R> ? R : never;
export type RowsOf<F> = F extends Statement ? readonly RowOf<F>[] : { readonly [Name in keyof F]: readonly RowOf<F[Name]>[] };

/** Fields that hold commitments: `'guest'`, or `'guests.name'` in a list inside the answer. */
type Path<Answer> =
  | Extract<keyof Answer, string>
  | {
      [Key in Extract<keyof Answer, string>]: Exclude<Answer[Key], undefined> extends readonly (infer Item extends object)[]
        ? `${Key}.${Extract<keyof Item, string>}`
        : never;
    }[Extract<keyof Answer, string>];

export interface QueryDefinition<Args extends object, F extends From, A extends Answers, Q extends Found> {
  /** `<context>.<folder of the slice>`: also the route and the operationId. */
  readonly name: `${string}.${string}`;
  /** One sentence for the API's reader. */
  readonly summary: string;
  readonly roles: readonly Role[];
  /** What the query concerns; all of a list must be held. */
  readonly scope: (args: Args) => Scope | readonly Scope[];
  readonly from: F;
  readonly answers: A;
  /** Builds the SQL; with a record of statements, all are answered from the same state of the tables. Pure. */
  readonly find: (args: Args, db: Kysely<TablesOf<F>>, circumstances: QueryCircumstances) => Q;
  /** Makes answers of rows. Needed when rows are not yet the answers. Pure. */
  readonly present?: (rows: RowsOf<Q>, args: Args, circumstances: QueryCircumstances) => AnswerOf<A>;
  /** Makes the list a paged one; `find` then neither orders nor limits, and returns one statement. */
  readonly page?: Paging<Extract<keyof RowOf<NoInfer<Q>>, string>>;
  /** Answers the list whole, as a document; it is a paged one. */
  readonly document?: DocumentForm<Args>;
  /** Fields of the answer that hold commitments; the caller puts the vault's values in their place, or leaves them out. */
  readonly reveals?: readonly Path<OneAnswer<A>>[];
  /**
   * Finds a row while lives may depend on the answer: then names are shown also when nobody can write down that they were
   * read. Undefined: not for these arguments. Pure.
   */
  readonly urgent?: (args: Args) => Statement | undefined;
}

/** Rows as the readers return them: of one statement, or of each under its name. */
export type FoundRows = readonly Row[] | Readonly<Record<string, readonly Row[]>>;

/** A query slice as the framework sees it, its inner types erased. Its functions take only what belongs to it. */
export interface QuerySlice<Args extends object = object> {
  readonly kind: 'query';
  readonly query: new () => Args;
  readonly name: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly context: string;
  readonly from: readonly ProjectionDeclaration[];
  /** The class of one answer. */
  readonly answers: AnswerClass;
  /** Whether it answers with a list. */
  readonly list: boolean;
  readonly page?: Paging;
  readonly document?: DocumentForm<Args>;
  readonly reveals: readonly string[];
  scope(args: Args): Scope | readonly Scope[];
  urgent?(args: Args): Statement | undefined;
  find(args: Args, circumstances: QueryCircumstances): Found;
  present?(rows: FoundRows, args: Args, circumstances: QueryCircumstances): unknown;
}

/** A query slice with everything the compiler knows of it. */
export interface TypedQuerySlice<Args extends object, A extends Answers> extends QuerySlice<Args> {
  /** Never present: carries the answer's type. */
  readonly types?: { readonly answer: AnswerOf<A> };
}

/** Declares a query slice: `query(WhoIsInside)({ name: 'access.who-is-inside', roles, scope, from: presence, answers: [PersonInside], find })`. */
export const query =
  <Args extends object>(type: new () => Args) =>
  <const F extends From, const A extends Answers, Q extends Found>(definition: QueryDefinition<Args, F, A, Q>): TypedQuerySlice<Args, A> => {
    const { name, summary, roles, scope, answers, find, present, page, document, urgent, reveals = [] } = definition;
    const from = asList(definition.from);
    return {
      kind: 'query',
      query: type,
      name,
      summary,
      roles,
      context: contextOf(`query "${name}"`, from),
      from,
      answers: isListed(answers) ? answers[0] : answers,
      list: isListed(answers),
      reveals,
      scope,
      find: (args, circumstances) => find(args, builderFor<TablesOf<F>>(), circumstances),
      ...(page && { page }),
      ...(document && { document }),
      ...(urgent && { urgent }),
      ...(present && { present: (rows: FoundRows, args: Args, circumstances: QueryCircumstances) => present(asSelected<Q>(rows), args, circumstances) }),
    };
  };

const isListed = (answers: Answers): answers is readonly [AnswerClass] => Array.isArray(answers);

/** The statement's own types say what its rows are; SQLite returns what was selected. */
const asSelected = <Q extends Found>(rows: FoundRows): RowsOf<Q> => rows as RowsOf<Q>;
