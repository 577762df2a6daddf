import type { Look } from '#kernel';
import type { Kysely } from 'kysely';
import { DeclaredTwice, UnknownLook } from '../errors.ts';
import { asList, contextOf, type From, type TablesOf } from './from.ts';
import { builderFor, type Statement } from './kysely.ts';

type LookArgs = Readonly<Record<string, unknown>>;

export interface LookDefinition<Args extends LookArgs, F extends From, Row, Answer> {
  /** `<context>.<question>`; kept in `decidedOn` with the position that the answer had seen. */
  readonly name: `${string}.${string}`;
  readonly from: F;
  /** Pure. */
  readonly find: (args: Args, db: Kysely<TablesOf<F>>) => Statement<Row>;
  /** Pure. */
  readonly answer: (rows: readonly Row[]) => Answer;
}

/** A look as the engine sees it, its inner types erased. */
export interface LookDeclaration {
  readonly name: string;
  readonly context: string;
  find(args: LookArgs): Statement;
  answer(rows: readonly unknown[]): unknown;
}

/** Asks a declared look: `countInside({ door })`. */
export interface LookFor<Args, Answer> {
  (args: Args): Look<Answer>;
  readonly look: string;
}

/** Looks travel by name (`decidedOn` records it), so the engine finds the declaration by name. */
const declared = new Map<string, LookDeclaration>();

/** Declares a question that decisions ask: `const countInside = look({ name: 'access.count-inside', from: presence, find, answer })`. */
export function look<Args extends LookArgs, const F extends From, Row, Answer>(definition: LookDefinition<Args, F, Row, Answer>): LookFor<Args, Answer> {
  const { name, find, answer } = definition;
  if (declared.has(name)) throw new DeclaredTwice('look', name);
  const declaration: Erased<Args, Row> = {
    name,
    context: contextOf(`look "${name}"`, asList(definition.from)),
    find: (args) => find(args, builderFor<TablesOf<F>>()),
    answer,
  };
  declared.set(name, declaration);
  return Object.assign((args: Args): Look<Answer> => ({ look: name, args }), { look: name });
}

interface Erased<Args, Row> {
  readonly name: string;
  readonly context: string;
  find(args: Args): Statement<Row>;
  answer(rows: readonly Row[]): unknown;
}

export function lookNamed(name: string): LookDeclaration {
  const declaration = declared.get(name);
  if (!declaration) throw new UnknownLook(name);
  return declaration;
}
