import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

export interface FollowOptions {
  readonly channel: string;
  /** What a node said there, once its transaction was committed; in the order of commits. */
  readonly heard: (payload: string) => void;
  /**
   * From now on everything is heard, and something may have been missed before: read everything again. It is called at
   * the first connection and after each that was lost; when it rejects, a new connection is tried.
   */
  readonly connected: () => Promise<void>;
  /** How often it is looked whether the connection still stands, ms. Default 1,000. */
  readonly beat?: number;
}

export interface Following {
  /** Since when nothing may have been missed is no longer sure, by the caller's clock of `performance.now()`; undefined while it is. */
  readonly doubtSince: number | undefined;
  close(): Promise<void>;
}

const patience = 2_000;

/** Listens on a connection of its own. One that stands is asked something every beat: a dead one does not say so by itself. */
export function follow(newClient: () => Client, { channel, heard, connected, beat = 1_000 }: FollowOptions): Following {
  const ending = new AbortController();
  const stopped = (): boolean => ending.signal.aborted;
  const rest = (ms: number): Promise<void> => pause(ms, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
  let doubtSince: number | undefined = performance.now();
  let sure = performance.now();

  const listen = async (): Promise<void> => {
    const client = newClient();
    const broken = new Promise<never>((_, reject) => client.on('error', reject));
    broken.catch(() => undefined);
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    const inTime = <T>(work: Promise<T>): Promise<T> =>
      Promise.race([
        work,
        broken,
        pause(patience, undefined, { ref: false }).then((): never => {
          throw new Error('timeout');
        }),
      ]);
    try {
      await inTime(client.connect());
      await inTime(client.query(`listen ${client.escapeIdentifier(channel)}`));
      await connected();
      while (!stopped()) {
        const asked = performance.now();
        await inTime(client.query('select 1'));
        sure = asked;
        doubtSince = undefined;
        await Promise.race([broken, rest(beat)]);
      }
    } finally {
      doubtSince = sure;
      client.end().catch(() => undefined);
    }
  };

  const running = (async () => {
    while (!stopped()) {
      // What is wrong is said by whoever asks something of the database; here it is only tried again.
      await listen().catch(() => undefined);
      // Nodes that lost the same server do not all come back in the same millisecond.
      await rest(randomInt(beat / 2, beat));
    }
  })();

  return {
    get doubtSince() {
      return doubtSince;
    },
    close: async () => {
      ending.abort();
      await running;
    },
  };
}
