import type { Instant } from './time.ts';

/** Something that happened at an instant. */
export interface Moved {
  readonly at: Instant;
}

/** The list with one more, kept in the order in which things happened; at the same instant, in the order they were told. */
export const inTime = <Move extends Moved>(moves: readonly Move[], move: Move): readonly Move[] =>
  moves.toSpliced(moves.findLastIndex(({ at }) => at <= move.at) + 1, 0, move);

/** The last that had happened at the instant, itself included. */
export const lastBy = <Move extends Moved>(moves: readonly Move[], at: Instant): Move | undefined => moves.findLast((move) => move.at <= at);
