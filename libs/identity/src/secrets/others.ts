import type { Instant } from '#kernel';
import type { StoredSession } from './worker/sessions.operations.ts';

/** What a node did to sessions. */
export interface SessionChange {
  readonly opened?: StoredSession;
  readonly ended?: readonly string[];
  /** Every session of this account. */
  readonly endedOf?: string;
  readonly seen?: { readonly id: string; readonly seenAt: Instant };
}

/** The other nodes that use the same secrets. */
export interface Others {
  /**
   * `heard`: a change, in the order in which changes were committed; `own`: this node made it. `reread`: changes may have
   * been missed, and these are all sessions as they were read after `since` (`performance.now()`).
   */
  follow(listener: { heard(change: SessionChange, own: boolean): void; reread(sessions: readonly StoredSession[], since: number): void }): void;
  /** How long it has not been sure that every change was heard, ms; 0 while it is. */
  doubt(): number;
  /** A session as it is stored now. @throws IdentityUnavailable */
  find(hash: string): Promise<StoredSession | undefined>;
}
