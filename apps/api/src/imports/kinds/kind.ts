import type { CommandSlice } from '#kernel';
import type { Columns } from '../columns.ts';

/** The values of a row by the names of its columns; what is empty is not there. */
export type Values = ReadonlyMap<string, string>;

/** One command that a row comes to. */
export interface Wish {
  readonly slice: CommandSlice;
  readonly fields: object;
  /** What it is about, as a person names it; nothing may be named twice in a file. */
  readonly about: string;
  /** Which column each field was read from. */
  readonly from: Readonly<Record<string, string>>;
}

/** What rows refer to by name. */
export interface Names {
  readonly warehouseNamed: (name: string) => string | undefined;
}

/** A kind of file. */
export interface ImportKind {
  /** What its rows come to. */
  readonly records: CommandSlice;
  readonly columns: Columns;
  /** The file must have one of each of these lists of columns. */
  readonly needed: readonly (readonly string[])[];
  /** Whether quantities of items stand in columns `item:<code>`. */
  readonly withItems: boolean;
  /** Says of an objection that nothing changes, since it is recorded just like that. */
  readonly unchanged: string;
  /** @throws RowRefused */
  readonly wishesOf: (values: Values, names: Names) => readonly Wish[];
}
