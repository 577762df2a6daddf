import type { Actor, Fact, Metadata, Voice } from '#kernel';
import { sql } from 'kysely';
import { binder, type ProjectedEvent } from '../declare/binder.ts';
import type { Statement } from '../declare/kysely.ts';
import type { ProjectionDeclaration } from '../declare/projection.ts';
import type { AnswerOf, Answers, FoundRows, QueryCircumstances, TypedQuerySlice } from '../declare/query.ts';
import { compiled, isOne } from '../engine/compiled.ts';
import type { ReaderStatement } from '../readers/messages.ts';
import { scratch, type Row, type ScratchData } from './scratch.ts';

/** A fact as a spec tells it: what it does not say is filled in. Revisions and positions follow the order of the list. */
export interface Told {
  readonly stream: string;
  readonly fact: Fact;
  /** ms; `recordedAt` is the same unless it says otherwise. */
  readonly effectiveAt: number;
  readonly recordedAt?: number;
  readonly actor?: Actor;
  readonly voice?: Voice;
  readonly contradicts?: readonly string[];
}

export interface Projected {
  /** All rows of a table, ordered by their columns. */
  rows(table: string): Promise<readonly Row[]>;
  /** The rows of any statement. */
  ask<R>(statement: Statement<R>): Promise<readonly R[]>;
  /** What a query answers, without pages. */
  find<Args extends object, A extends Answers>(slice: TypedQuerySlice<Args, A>, args: Args, circumstances: QueryCircumstances): Promise<AnswerOf<A>>;
}

/**
 * For specs: runs projections on a list of facts in a database in memory, in another thread.
 * `await projecting(presence).given([{ stream, fact: guestLeft(), effectiveAt }]).rows('presence')`
 */
export const projecting = (...projections: readonly ProjectionDeclaration[]): { given: (told: readonly Told[]) => Projected } => ({
  given: (told) => {
    const schema = projections.flatMap((projection) => projection.schema);
    const runs = events(told).flatMap((event) => projections.flatMap((projection) => bound(projection, event)));
    const ask = async (questions: readonly ReaderStatement[]): Promise<readonly (readonly Row[])[]> => scratch({ schema, runs, questions });
    return {
      rows: async (table) => (await ask([compiled(sql`select * from ${sql.table(table)} order by ${sql.join(await columnsOf(ask, table))}`)]))[0] ?? [],
      ask: async <R>(statement: Statement<R>) => ((await ask([compiled(statement)]))[0] ?? []) as readonly R[],
      find: async <Args extends object, A extends Answers>(slice: TypedQuerySlice<Args, A>, args: Args, circumstances: QueryCircumstances) => {
        const found = slice.find(args, circumstances);
        const names = isOne(found) ? [] : Object.keys(found);
        const rows = await ask(isOne(found) ? [compiled(found)] : Object.values(found).map(compiled));
        const result: FoundRows = isOne(found) ? (rows[0] ?? []) : Object.fromEntries(names.map((name, index) => [name, rows[index] ?? []]));
        return (slice.present ? slice.present(result, args, circumstances) : slice.list || !Array.isArray(result) ? result : result[0]) as AnswerOf<A>;
      },
    };
  },
});

async function columnsOf(
  ask: (questions: readonly ReaderStatement[]) => Promise<readonly (readonly Row[])[]>,
  table: string,
): Promise<readonly ReturnType<typeof sql.ref>[]> {
  const [columns = []] = await ask([{ sql: 'select name from pragma_table_info(?)', parameters: [table] }]);
  return columns.map(({ name }) => sql.ref(String(name)));
}

function bound({ steps }: ProjectionDeclaration, event: ProjectedEvent): ScratchData['runs'] {
  const step = steps.get(event.type);
  const derived = step?.derive?.(event);
  return (step?.statements ?? []).map((statement) => ({ sql: statement.sql, values: statement.bindings.map((binding) => binder(binding)(event, derived)) }));
}

function events(told: readonly Told[]): readonly ProjectedEvent[] {
  const revisions = new Map<string, number>();
  let knownFrom = 0;
  return told.map(({ stream, fact, ...when }, index) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const metadata = toldMetadata(when, index);
    knownFrom = Math.max(knownFrom, metadata.recordedAt);
    return {
      id: numbered(index),
      stream,
      subject: stream.slice(-36),
      revision,
      position: BigInt(index + 1),
      type: fact.type,
      data: fact.data,
      metadata,
      told: metadata,
      knownFrom,
    };
  });
}

const toldMetadata = (
  { effectiveAt, recordedAt = effectiveAt, actor = { user: numbered(0), role: 'guard' }, voice = 'asked', contradicts }: Omit<Told, 'stream' | 'fact'>,
  index: number,
): Metadata => ({
  commandId: numbered(index),
  correlationId: numbered(index),
  causationId: numbered(index),
  actor,
  occurredAt: new Date(effectiveAt).toISOString(),
  effectiveAt,
  recordedAt,
  voice,
  decidedOn: { streams: {} },
  ...(contradicts && { contradicts }),
});

/** Distinct, fixed ids. */
const numbered = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
