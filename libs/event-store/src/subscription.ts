import { setTimeout as pause } from 'node:timers/promises';
import type { AppendedSignal } from './appended-signal.ts';
import type { Batch, StoredEvent, SubscribeOptions } from './port.ts';

/** One read of the log: what it holds after a position, and up to where it looked. */
export interface Look {
  readonly events: readonly StoredEvent[];
  /** Everything up to here was looked at. */
  readonly through: bigint;
  /** The position of the log's last event when it was read. */
  readonly head: bigint;
}

/**
 * A subscription made of reads: one read after another, each from where the last one ended, so that nothing can fall
 * between catching up and live. It reads only when the consumer asks: a slow consumer costs no memory.
 */
export async function* subscription(
  read: (from: bigint, signal: AbortSignal) => Promise<Look>,
  appended: AppendedSignal,
  { from = 0n, lull = 0, signal }: SubscribeOptions,
): AsyncGenerator<Batch> {
  let through = from;
  let live = false;
  const ended = (): boolean => signal.aborted;
  while (!ended()) {
    const look = await read(through, signal);
    if (ended()) return;
    const caughtUp = look.through >= look.head;
    const news = look.events.length > 0 || look.through > through || (caughtUp && !live);
    if (look.through > through) through = look.through;
    live = caughtUp;
    if (news) yield { events: look.events, caughtUp, through };
    if (!caughtUp) continue;
    await appended.beyond(through, signal);
    if (lull > 0) await pause(lull, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
