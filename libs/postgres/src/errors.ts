import { failureOf } from './failures.ts';
import type { Place } from './place.ts';

/** The database cannot be used as it is: unreachable, refused, too old, or of a newer Saksi. The message says what to do. */
export class PostgresUnusable extends Error {
  override readonly name = 'PostgresUnusable';

  /** The error itself when it is no failure of PostgreSQL's. */
  static from(error: unknown, place: Place): unknown {
    const failure = error instanceof PostgresUnusable ? undefined : failureOf(error, place);
    return failure
      ? new PostgresUnusable(
          failure.why.replace(/^./, (letter) => letter.toUpperCase()),
          { cause: error },
        )
      : error;
  }
}
