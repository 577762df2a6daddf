import type { Sealed } from '#kernel';
import { type RawBuilder, type SchemaModule, sql } from 'kysely';
import { lateness, moment, textOf } from './answering.ts';
import type { Statement } from './kysely.ts';
import type { StepEvent } from './step-event.ts';

/** How somebody says that what does not fit came about, as every context with contradictions keeps it. */
export interface ExplainedTable {
  event: string;
  what: string;
  about: string;
  /** A commitment. */
  explanation: string;
  at: number;
  recorded: number;
  known_from: number;
  user: string;
  role: string;
  voice: string;
}

/** Makes the table of explanations, and the index by what they explain. */
export const explainedTable = (schema: SchemaModule, name: string): readonly Statement[] => [
  schema
    .createTable(name)
    .addColumn('event', 'text', (c) => c.primaryKey())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('explanation', 'text', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('recorded', 'integer', (c) => c.notNull())
    .addColumn('known_from', 'integer', (c) => c.notNull())
    .addColumn('user', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('voice', 'text', (c) => c.notNull())
    .modifyEnd(sql`without rowid`),
  schema.createIndex(`${name}_by_name`).on(name).columns(['what', 'about', 'known_from']),
];

/** What an explanation's event puts into that table. */
export const explained = ({
  id,
  data: { what, about, explanation },
  effectiveAt,
  recordedAt,
  knownFrom,
  actor,
  voice,
}: StepEvent<{ what: string; about: readonly string[]; explanation: Sealed }>) => ({
  event: id,
  what,
  about,
  explanation,
  at: effectiveAt,
  recorded: recordedAt,
  known_from: knownFrom,
  user: actor.user,
  role: actor.role,
  voice,
});

/** As JSON, the latest first: those in a table that were given since the contradiction `s` was noticed. One that stands again has to be explained again. */
export const explanationsOf = (table: string, { at, knownAt }: { readonly at: number; readonly knownAt: number }): RawBuilder<string> => sql<string>`(
  select json_group_array(json_object('event', event, 'explanation', explanation, 'at', at, 'recorded', recorded, 'by', user, 'role', role, 'voice', voice))
    from (select * from ${sql.table(table)} e where e.what = s.what and e.about = s.about and e.known_from >= s.known_from
      and e.at <= ${at} and e.known_from <= ${knownAt} order by e.at desc, e.event desc))`;

/** Which contradictions, by whether somebody explained them; absent: all. */
export const whetherExplained = (isExplained: boolean | undefined): RawBuilder<boolean> =>
  isExplained === undefined ? sql<boolean>`true` : isExplained ? sql<boolean>`explanations <> '[]'` : sql<boolean>`explanations = '[]'`;

/** One of them as it is answered. */
export interface ExplanationAnswered {
  event: string;
  explanation: string | null;
  at: string;
  lateMs: number;
  by: string;
  role: string;
  voice: string;
}

interface Told extends Omit<ExplanationAnswered, 'explanation' | 'at' | 'lateMs'> {
  readonly explanation: unknown;
  readonly at: number;
  readonly recorded: number;
}

/** The same as an answer says it. */
export const explanationsIn = (json: string): ExplanationAnswered[] =>
  (JSON.parse(json) as readonly Told[]).map(({ explanation, at, recorded, ...told }) => ({
    ...told,
    explanation: textOf(explanation),
    at: moment(at),
    lateMs: lateness(at, recorded),
  }));
