/** A row as it stands in a file: `line` as an editor or a spreadsheet numbers it, from 1; cells as text. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}
