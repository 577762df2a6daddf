import type { Instant } from '#kernel';
import type { StoredSession } from '../secrets/worker/sessions.operations.ts';

/** A session as it is kept in memory. `sureAt`: when it was last sure that it had not ended, by `performance.now()`. */
export type Live = StoredSession & { seenAt: Instant; keptAt: Instant; sureAt: number };
