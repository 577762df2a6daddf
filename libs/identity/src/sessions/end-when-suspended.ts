import { setTimeout as pause } from 'node:timers/promises';
import type { EventReader } from '#event-store';
import type { Clock } from '#kernel';
import { accountSuspended, type Account } from '../domain/account.ts';
import { isSuspendedAt } from '../domain/held.ts';
import type { SessionStore } from './sessions.ts';

/** A function, because what a signal says changes while the loop waits. */
const hasStopped = ({ aborted }: AbortSignal): boolean => aborted;

export interface EndWhenSuspendedParts {
  readonly store: Pick<EventReader, 'subscribe' | 'head'>;
  readonly sessions: SessionStore;
  readonly loadAccount: (user: string) => Promise<Account>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** What went wrong; it is tried again after `retryMs`. */
  readonly onFailure: (error: unknown) => void;
  /** Default 1,000. */
  readonly retryMs?: number;
}

/**
 * Ends the sessions of accounts that are suspended, whoever suspended them and on whichever node; resolves when the
 * signal aborts. Every command and query judges the suspension by itself: this is for what stays open.
 */
export async function endSessionsOfSuspended({
  store,
  sessions,
  loadAccount,
  clock,
  signal,
  onFailure,
  retryMs = 1_000,
}: EndWhenSuspendedParts): Promise<void> {
  const endIfSuspended = async (user: string): Promise<void> => {
    if (isSuspendedAt(await loadAccount(user), clock.now())) await sessions.endAll(user);
  };

  while (!hasStopped(signal)) {
    try {
      const from = await store.head();
      for (const user of sessions.users()) await endIfSuspended(user);
      for await (const { events } of store.subscribe({ from, types: [accountSuspended.type], signal, lull: 250 })) {
        for (const { stream } of events) await endIfSuspended(stream.slice(-36));
      }
    } catch (error) {
      if (hasStopped(signal)) return;
      onFailure(error);
      await pause(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
