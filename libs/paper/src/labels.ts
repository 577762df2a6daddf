/** How labels lie on a sheet of A4. */
export interface LabelGrid {
  readonly columns: number;
  readonly rows: number;
  /** mm that stay free at the left and the right of the sheet. */
  readonly aside: number;
  /** mm that stay free at its top and its bottom. */
  readonly above: number;
}

export interface Label {
  /** The line to be read from afar. */
  readonly heading: string;
  readonly lines: readonly string[];
  /** Said by the Code 128, and in letters below it. */
  readonly code: string;
  /** Said by the QR code. */
  readonly link: string;
}

export interface LabelSheets {
  readonly grid: LabelGrid;
  /** Labels of the first sheet that are used up already. */
  readonly skip: number;
  readonly labels: readonly Label[];
  readonly title: string;
  readonly language: 'id' | 'en';
  /** When the log learnt of the last of them, ms. */
  readonly known: number;
}
