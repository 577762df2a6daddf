import type { AliasedRawBuilder, Expression } from 'kysely';
import type { Statement } from '../declare/kysely.ts';
import type { StepEvent } from '../declare/step-event.ts';
import { correct } from './correct.ts';
import { heldAt } from './as-of.ts';
import { createTables } from './create.ts';
import { TimelineNames } from './names.ts';
import { tell } from './tell.ts';

type Value = string | number | null;
export type TimelineValues = Readonly<Record<string, Value>>;

export interface TimelineDefinition<Values extends TimelineValues, By extends Extract<keyof Values, string>> {
  /** The table of pieces; what was told is kept in `<name>_told`. */
  readonly name: string;
  /** What holds during a piece, with the columns' types. NULL is allowed in all. */
  readonly values: { readonly [Column in keyof Values]: 'text' | 'integer' };
  /** Columns that every as-of question fixes, such as the post. */
  readonly by: readonly By[];
  /** How long rows ordinarily count, ms, ascending; default: 15 minutes to 30 days. */
  readonly spans?: readonly number[];
}

/** A piece of a subject's timeline: where it was true, and where it was known. Both intervals include their start only. */
export type Piece<Values> = Values & {
  readonly subject: string;
  /** Of the event that made this row, in the subject's stream; `piece` counts the rows it made. */
  readonly revision: number;
  readonly piece: number;
  /** Of the event that told what holds here. */
  readonly told: number;
  readonly effective_from: number;
  readonly effective_to: number;
  readonly known_from: number;
  readonly known_to: number;
};

export type TimelineTables<Name extends string, Values> = { [Table in Name]: Piece<Values> & { readonly span: number } };

/** Places, expressions or constants for all values. */
export type ValuesOf<Values> = { readonly [Column in keyof Values]: Values[Column] | Expression<Values[Column]> };

export interface Telling<Values> {
  /** From when it holds; default the event's effectiveAt. */
  readonly at?: Expression<number>;
  /** What holds from then on, until the next thing told; `'nothing'` ends what held. */
  readonly holds: ValuesOf<Values> | 'nothing';
  /** Whose timeline; default the event's subject. All that is told of one subject stands in one stream. */
  readonly subject?: Expression<string>;
}

export interface Correcting<Values> {
  /** The revision of the event that told it wrongly. */
  readonly told: Expression<number | null>;
  /** When it rather was; absent or NULL: as told. */
  readonly at?: Expression<number | null>;
  /** What rather held; absent or NULL: as told. */
  readonly values?: { readonly [Column in keyof Values]?: Values[Column] | null | Expression<Values[Column] | null> };
  readonly subject?: Expression<string>;
}

export interface AsOf<By> {
  readonly at: number;
  /** Absent: by all that is known. */
  readonly knownAt?: number | undefined;
  readonly by: By;
}

/** A bitemporal view of subjects of which things are told late, out of order, and wrongly. */
export interface Timeline<Values extends TimelineValues, By extends keyof Values> {
  /** For the projection's `create`. */
  readonly create: () => readonly Statement[];
  /**
   * Something is told of a subject: it holds from an instant until the next one of which something was told. The row
   * that it overlaps is closed where it is known, and what is believed of it from now on is inserted.
   */
  readonly tell: (event: StepEvent<never>, telling: Telling<Values>) => readonly Statement[];
  /** Something told was wrong: its time, or what held. Nothing happens when nothing was told by that event. */
  readonly correct: (event: StepEvent<never>, correcting: Correcting<Values>) => readonly Statement[];
  /** The pieces that held at an instant, as they were known at another: `selectFrom(inside.asOf({ at, knownAt, by: { post } }))`, as the table `held`. */
  readonly asOf: (asked: AsOf<Pick<Values, By>>) => AliasedRawBuilder<Piece<Values>, 'held'>;
}

/** Declares a bitemporal view: `timeline<{ post: string; door: string }>()({ name: 'inside', values: { post: 'text', door: 'text' }, by: ['post'] })`. */
export const timeline =
  <Values extends TimelineValues>() =>
  <const By extends Extract<keyof Values, string>>(definition: TimelineDefinition<Values, By>): Timeline<Values, By> => {
    const names = new TimelineNames(definition);
    return {
      create: () => createTables(names),
      tell: (event, { at, holds, subject }) => tell(names, event, { at: at ?? event.effectiveAt, subject: subject ?? event.subject, holds }),
      correct: (event, { subject, ...correcting }) => correct(names, event, { subject: subject ?? event.subject, ...correcting }),
      asOf: (asked) => heldAt<Piece<Values>>(names, asked),
    };
  };
