import { InvalidFields, parseBody, say, type Language } from '#http';
import type { Asked } from '#kernel';
import { columnsIn, type ColumnFound } from './columns.ts';
import { FileRefused, importFaults, RowRefused, type ImportFault } from './faults.ts';
import type { ImportKind, Names, Values, Wish } from './kinds/index.ts';
import type { TableRow } from './tables/row.ts';

/** Why a row is not imported: where, what stands there, and why not, in the words of whoever sent it. */
export interface Rejection {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** A command that a row comes to, its fields checked. */
export type CheckedWish = Wish & { readonly asked: Asked<object> };

export interface UnderstoodRow {
  readonly row: TableRow;
  readonly wishes: readonly CheckedWish[];
  readonly rejections: readonly Rejection[];
}

export interface Understanding {
  readonly kind: ImportKind;
  readonly names: Names;
  readonly language: Language;
}

/** Reads rows under a header, one at a time; remembers what was named before. */
export class RowReader {
  readonly columns: readonly ColumnFound[];
  readonly #given: Understanding;
  readonly #lineOf = new Map<string, number>();

  /** @throws FileRefused when the header lacks a column that is needed, or has one twice */
  constructor(header: TableRow, given: Understanding) {
    this.#given = given;
    const { kind } = given;
    this.columns = columnsIn(header.cells, kind.columns, { withItems: kind.withItems });
    const known = new Set(this.columns.flatMap((each) => (each.is === 'known' ? [each.column] : [])));
    const missing = kind.needed.filter((oneOf) => !oneOf.some((column) => known.has(column))).map((oneOf) => oneOf.join(' / '));
    if (missing.length > 0) throw new FileRefused('column-missing', { columns: missing, found: header.cells.filter((cell) => cell !== '') });
  }

  read(row: TableRow): UnderstoodRow {
    const values = this.#valuesOf(row);
    try {
      const wishes = this.#given.kind.wishesOf(values, this.#given.names);
      const rejections = wishes.flatMap((wish) => this.#namedBefore(wish, row, values));
      if (rejections.length > 0) return { row, wishes: [], rejections: rejections.slice(0, 1) };
      for (const { about } of wishes) this.#lineOf.set(about, row.line);
      return { row, wishes: wishes.map((wish) => ({ ...wish, asked: parseBody(wish.slice.command, wish.fields, this.#given.language) })), rejections: [] };
    } catch (error) {
      return { row, wishes: [], rejections: this.#rejectionsFrom(error, row, values) };
    }
  }

  /** What stands against the row in a column, in the words of whoever sent it. */
  rejection(row: TableRow, column: string, reason: string): Rejection {
    const index = this.columns.findIndex((each) => each.is === 'known' && each.column === column);
    return { line: row.line, column: this.columns[index]?.header ?? column, value: row.cells[index] ?? '', reason };
  }

  #valuesOf({ cells }: TableRow): Values {
    return new Map(this.columns.flatMap((each, index) => (each.is === 'known' && (cells[index] ?? '') !== '' ? [[each.column, cells[index] ?? '']] : [])));
  }

  #namedBefore({ about, from }: Wish, row: TableRow, values: Values): readonly Rejection[] {
    const line = this.#lineOf.get(about);
    if (line === undefined) return [];
    const column = Object.values(from).find((each) => values.has(each)) ?? '';
    return [this.rejection(row, column, this.#say('named-before', { what: about, line }))];
  }

  #rejectionsFrom(error: unknown, row: TableRow, values: Values): readonly Rejection[] {
    if (error instanceof RowRefused) return [this.rejection(row, error.column, this.#say(error.fault, error.details))];
    if (!(error instanceof InvalidFields)) throw error;
    const { kind, names, language } = this.#given;
    const from = kind.wishesOf(values, names)[0]?.from ?? {};
    const said = error.said(language).map(({ path, message }) => this.rejection(row, columnOf(path, from), message));
    return said;
  }

  #say(fault: ImportFault, details: Parameters<typeof say>[2]): string {
    return say(importFaults[fault], this.#given.language, details);
  }
}

/** `contents.3.quantity` was read from the column that its wish names for it, or for the list it stands in. */
function columnOf(path: string, from: Readonly<Record<string, string>>): string {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length--) {
    const column = from[parts.slice(0, length).join('.')];
    if (column !== undefined) return column;
  }
  return path;
}
