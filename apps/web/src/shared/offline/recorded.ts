import type { Receipt } from '../api/names.ts';
import type { Problem } from '../api/problem.ts';

/** What became of what a person recorded. Nothing is ever in between: one of these is always shown. */
export type Recorded =
  /** The log has it. `receipt.contradicts` says what stands against it. */
  | { readonly kind: 'recorded'; readonly id: string; readonly receipt: Receipt }
  /** This phone has it, and sends it when it can. */
  | { readonly kind: 'saved'; readonly id: string }
  /** Nobody has it: it was refused, and can be done differently. */
  | { readonly kind: 'refused'; readonly id: string; readonly problem: Problem };
