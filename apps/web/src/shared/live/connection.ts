import { createParser } from 'eventsource-parser';
import { useSyncExternalStore } from 'react';
import { deviceNow, noteServerTime, serverNow, type Instant } from '../time/clock.ts';

/** Which rows of which projection changed; never what was recorded. */
export interface Change {
  readonly context: string;
  readonly projection: string;
  readonly keys: readonly string[];
  readonly position: string;
}

export interface Connection {
  readonly state: 'connecting' | 'live' | 'away';
  /** When the server was last heard, in its own time. */
  readonly heard: Instant | undefined;
}

/** The server says at least this often that it is there, ms (15 s, and what a slow network adds). */
const silence = 40_000;
const retries = [1_000, 2_000, 5_000, 10_000, 20_000];

let connection: Connection = { state: 'connecting', heard: undefined };
const listeners = new Set<() => void>();

function become(next: Partial<Connection>): void {
  connection = { ...connection, ...next };
  for (const told of listeners) told();
}

const heard = (): void => become({ state: 'live', heard: serverNow() });

export interface Follower {
  /** Ask anew what is made of this. */
  readonly changed: (change: Change) => void;
  /** Ask everything anew: what changed until now was not heard. */
  readonly begun: () => void;
  /** The session has ended. */
  readonly lost: () => void;
}

/** Follows the log's changes until it is stopped: resumes where it was, behind every pause and lost network, and misses none. */
export function followChanges(follower: Follower): () => void {
  const ending = new AbortController();
  void keepFollowing(follower, ending.signal);
  const wake = (): void => wakeUp?.();
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  return () => {
    ending.abort();
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
  };
}

let wakeUp: (() => void) | undefined;

async function keepFollowing(follower: Follower, signal: AbortSignal): Promise<void> {
  const place: Place = { after: undefined };
  for (let failures = 0; !signal.aborted; failures++) {
    const outcome = await followOnce(follower, place, signal);
    if (isOver(signal)) return;
    if (outcome === 'nobody') return follower.lost();
    become({ state: 'away' });
    if (outcome === 'ended') failures = 0;
    await pause(retries[Math.min(failures, retries.length - 1)] ?? 20_000, signal);
  }
}

/** Asked anew: it may have been stopped since the loop looked. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;

/** How far this follower has heard everything. */
interface Place {
  after: string | undefined;
}

/** One stream, until it ends, breaks or falls silent. */
async function followOnce({ changed, begun }: Follower, place: Place, signal: AbortSignal): Promise<'ended' | 'failed' | 'nobody'> {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), silence);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silent.abort(), silence);
    heard();
  };
  try {
    const sent = deviceNow();
    const response = await fetch(place.after === undefined ? '/api/events' : `/api/events?after=${place.after}`, {
      signal: AbortSignal.any([signal, silent.signal]),
    });
    noteServerTime(response.headers.get('Saksi-Now'), sent, deviceNow());
    if (response.status === 401) return 'nobody';
    if (!response.ok || !response.body) return 'failed';
    alive();
    if (place.after === undefined) begun();
    const parser = createParser({
      onEvent: ({ id, data }) => {
        changed(JSON.parse(data) as Change);
        if (id !== undefined) place.after = id;
      },
    });
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      alive();
      parser.feed(decoder.decode(read.value, { stream: true }));
    }
    return 'ended';
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}

/** Cut short when the network comes back or somebody looks at the screen again. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      wakeUp = undefined;
      resolve();
    };
    const timer = setTimeout(done, ms);
    wakeUp = done;
    signal.addEventListener('abort', done, { once: true });
  });
}

const follow = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

export const useConnection = (): Connection => useSyncExternalStore(follow, () => connection);
