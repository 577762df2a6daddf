/** SQL as Kysely compiled it on the main thread. */
export interface ReaderStatement {
  readonly sql: string;
  readonly parameters: readonly (string | number | bigint | null | Uint8Array)[];
}

/** Statements to run on one file, all against the same state of its tables. */
export interface ReaderJob {
  readonly id: number;
  readonly file: string;
  readonly statements: readonly ReaderStatement[];
  /** Most rows that one statement may return. */
  readonly rowLimit: number;
  /** Instead of reading: moves what was committed from the file's write-ahead log into the file. */
  readonly checkpoint?: true;
}

export type Row = Readonly<Record<string, unknown>>;

export type ReaderResult =
  | { readonly id: number; readonly rows: readonly (readonly Row[])[]; readonly position: bigint }
  | { readonly id: number; readonly tooMany: true }
  | { readonly id: number; readonly code: string; readonly message: string };

export type ToReader = { readonly jobs: readonly ReaderJob[] } | { readonly forget: string };
export type FromReader = readonly ReaderResult[];

/** Where a reader writes the id of the job that it is running: the main thread sees it even while SQLite does not return. */
export interface ReaderData {
  readonly running: Int32Array;
}
