import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, Instant } from '#kernel';
import type { Swept } from '../sweep.ts';
import type { Vault } from '../vault.ts';
import { LogRound, type LogRoundOptions } from './log-round.ts';

export interface SweepUnusedParts extends Pick<LogRoundOptions, 'store' | 'rest'> {
  readonly vault: Pick<Vault, 'sweepUnused'>;
  readonly clock: Clock;
  /** How old a value must be, ms. */
  readonly age: number;
  /** Between two sweeps, ms. */
  readonly every: number;
  readonly onSwept: (swept: Swept) => void;
  /** Told what went wrong; it is tried again. */
  readonly onFailure: (error: unknown) => void;
}

/** After a failure it is not waited longer than this, ms. */
const again = 600_000;

/**
 * Removes from the vault, now and from time to time, what was kept for a command whose event never came: its server was
 * killed in between, or others wrote first. May run on every node, and be killed at any instant.
 */
export async function sweepUnusedUntil(signal: AbortSignal, { vault, store, rest, clock, age, every, onSwept, onFailure }: SweepUnusedParts): Promise<void> {
  const log = new LogRound({ store, signal, ...(rest !== undefined && { rest }) });
  const ended = (): boolean => signal.aborted;
  while (!ended()) {
    let wait = every;
    try {
      onSwept(await vault.sweepUnused(clock.now() - age, (commitments) => log.find(commitments)));
    } catch (error) {
      if (ended()) return;
      onFailure(error);
      wait = Math.min(every, again);
    }
    await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** What sweeps have done since the process began. */
export class SweepTally {
  /** How many values were removed. */
  removed = 0;
  /** When the last sweep was whole; undefined: none was yet. */
  lastAt: Instant | undefined;

  add({ deleted }: Swept, at: Instant): void {
    this.removed += deleted;
    this.lastAt = at;
  }
}
