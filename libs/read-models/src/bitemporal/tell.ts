import { type Expression, sql } from 'kysely';
import { earlierOf } from '../declare/columns.ts';
import type { Statement } from '../declare/kysely.ts';
import type { StepEvent } from '../declare/step-event.ts';
import type { TimelineNames } from './names.ts';
import { forever, spanOf } from './spans.ts';

export interface ToTell {
  readonly subject: Expression<string>;
  readonly at: Expression<number>;
  readonly holds: Readonly<Record<string, unknown>> | 'nothing';
}

/** A new boundary on the timeline: only the piece that it falls into changes, and the one that begins there is new. */
export function tell(names: TimelineNames, { revision, knownFrom }: StepEvent<never>, { subject, at, holds }: ToTell): readonly Statement[] {
  const { pieces, told, spans } = names;
  const values = holds === 'nothing' ? {} : holds;
  const open = sql`known_to = ${sql.lit(forever)}`;
  // Believed pieces do not overlap: the last one that begins before the boundary is the only one that can hold it.
  const before = sql`select effective_from, revision, piece from ${pieces} where subject = ${subject} and effective_from <= ${at} and ${open} and revision <> ${revision} order by effective_from desc, revision desc, piece desc limit 1`;
  const overlapped = sql`subject = ${subject} and (effective_from, revision, piece) = (${before}) and effective_to > ${at}`;
  const next = sql<number>`coalesce((select at from ${told} where subject = ${subject} and (at, revision) > (${at}, ${revision}) and void = 0 order by at, revision limit 1), ${sql.lit(forever)})`;
  const columns = sql`(subject, effective_from, revision, piece, told, effective_to, known_from, known_to, span${names.values()})`;
  const telling = sql`insert into ${told} (subject, at, revision, origin, holds, void${names.values()}) values (${subject}, ${at}, ${revision}, ${revision}, ${sql.lit(holds === 'nothing' ? 0 : 1)}, 0${names.given(values)})`;
  const remainder = sql`insert into ${pieces} ${columns}
    select subject, effective_from, ${revision}, 1, told, ${at}, ${knownFrom}, ${sql.lit(forever)}, ${spanOf(spans, sql<number>`${at} - effective_from`)}${names.values()}
    from ${pieces} where ${overlapped} and effective_from < ${at}`;
  const closing = sql`update ${pieces} set known_to = ${knownFrom}, span = ${spanOf(spans, sql<number>`${earlierOf(sql<number>`effective_to`, knownFrom)} - effective_from`)} where ${overlapped}`;
  const beginning = sql`insert into ${pieces} ${columns}
    select ${subject}, ${at}, ${revision}, 0, ${revision}, until, ${knownFrom}, ${sql.lit(forever)}, ${spanOf(spans, sql<number>`until - ${at}`)}${names.given(values)} from (select ${next} as until)`;
  return [telling, remainder, closing, ...(holds === 'nothing' ? [] : [beginning])];
}
