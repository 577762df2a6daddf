/** A copy of the file that answers for a context, as it says of itself how far in the log it is. */
export interface ContextCopy {
  readonly context: string;
  /** Derived from tables, compiled steps, derivations and upcasters: a build answers only from files of its own versions. */
  readonly version: string;
  readonly position: bigint;
  /** The last event that is in the tables: where it stands and its id; 0n and '' when there is none. */
  readonly last: { readonly position: bigint; readonly id: string };
  /** Events that the file has seen. */
  readonly events: number;
}

export type CopyTask =
  | { readonly kind: 'copy'; readonly context: string; readonly file: string; readonly to: string }
  /** Makes a folder of read models out of `<context>.db` in `from`, for every context that the modules declare. */
  | { readonly kind: 'place'; readonly from: string; readonly folder: string; readonly modules: readonly string[] };

export type CopyMessage =
  | { readonly kind: 'done'; readonly copies: readonly ContextCopy[] }
  /** The copies cannot be used; the sentence says why. */
  | { readonly kind: 'unusable'; readonly why: string }
  | { readonly kind: 'failed'; readonly code: string; readonly why: string };
