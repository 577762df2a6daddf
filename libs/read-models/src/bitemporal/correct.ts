import { type Expression, type RawBuilder, sql } from 'kysely';
import { earlierOf } from '../declare/columns.ts';
import type { Statement } from '../declare/kysely.ts';
import type { StepEvent } from '../declare/step-event.ts';
import type { TimelineNames } from './names.ts';
import { forever, spanOf } from './spans.ts';

export interface ToCorrect {
  readonly subject: Expression<string>;
  readonly told: Expression<number | null>;
  readonly at?: Expression<number | null>;
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * Puts what is rather so in the place of what was told, then closes every piece that the subject's tellings no longer
 * add up to and inserts those they do. It looks at the whole timeline of the subject: corrections are rare.
 */
export function correct(
  names: TimelineNames,
  { revision, knownFrom }: StepEvent<never>,
  { subject, told: wrong, at, values = {} }: ToCorrect,
): readonly Statement[] {
  const { pieces, told, spans } = names;
  const rather = at ? sql`coalesce(${at}, at)` : sql`at`;
  const believed = believedPieces(names, subject);
  const same = sql`b.told = p.told and b.effective_from = p.effective_from and b.effective_to = p.effective_to`;
  const open = sql`p.subject = ${subject} and p.known_to = ${sql.lit(forever)}`;
  return [
    sql`insert into ${told} (subject, at, revision, origin, holds, void${names.values()})
      select subject, ${rather}, ${revision}, origin, holds, 0${names.givenOrKept(values)} from ${told} where subject = ${subject} and origin = ${wrong} and void = 0`,
    sql`update ${told} set void = 1 where subject = ${subject} and void = 0 and revision <> ${revision}
      and origin = (select origin from ${told} where subject = ${subject} and revision = ${revision})`,
    sql`with b as materialized (${believed}) update ${pieces} as p set known_to = ${knownFrom}, span = ${spanOf(spans, sql<number>`${earlierOf(sql<number>`effective_to`, knownFrom)} - effective_from`)}
      where ${open} and not exists (select 1 from b where ${same})`,
    sql`with b as materialized (${believed}) insert into ${pieces} (subject, effective_from, revision, piece, told, effective_to, known_from, known_to, span${names.values()})
      select ${subject}, effective_from, ${revision}, row_number() over (order by effective_from, told) - 1, told, effective_to, ${knownFrom}, ${sql.lit(forever)}, ${spanOf(spans, sql<number>`effective_to - effective_from`)}${names.values()}
      from b where not exists (select 1 from ${pieces} p where ${open} and ${same})`,
  ];
}

/** Each thing told holds until the next one that was not taken back. */
const believedPieces = ({ told, ...names }: TimelineNames, subject: Expression<string>): RawBuilder<unknown> =>
  sql`select * from (
    select revision as told, at as effective_from, coalesce(lead(at) over (order by at, revision), ${sql.lit(forever)}) as effective_to, holds${sql.join(
      names.columns.map(([column]) => sql`, ${sql.ref(column)}`),
      sql``,
    )}
    from ${told} where subject = ${subject} and void = 0
  ) where holds = 1 and effective_to > effective_from`;
