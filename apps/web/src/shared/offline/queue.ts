import { useSyncExternalStore } from 'react';
import type { Progress } from './carry/courier.ts';
import { openKeep, type Keep } from './keep/database.ts';
import { latestEntries, openEntries } from './keep/entries.ts';
import type { Entry } from './keep/entry.ts';

/** What this phone keeps, as every screen may show it. */
export interface Queue {
  /** On their way, or to be decided, in the order in which they were saved. */
  readonly open: readonly Entry[];
  /** The last ones, whatever became of them, the latest first. */
  readonly latest: readonly Entry[];
  readonly progress: Progress;
  /** `nothing`: this browser keeps nothing (a private window); `full`: its disk is full. What is recorded then goes to the server at once, or not at all. */
  readonly keeping: 'kept' | 'nothing' | 'full';
  /** The server does not understand this app any more; an update waits. */
  readonly appTooOld: boolean;
}

let queue: Queue = { open: [], latest: [], progress: 'idle', keeping: 'kept', appTooOld: false };
const listeners = new Set<() => void>();
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('saksi.queue');

export const currentQueue = (): Queue => queue;

export function noteQueue(change: Partial<Queue>): void {
  queue = { ...queue, ...change };
  for (const told of listeners) told();
}

export const followQueue = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

export const useQueue = (): Queue => useSyncExternalStore(followQueue, currentQueue);

let opening: Promise<Keep | undefined> | undefined;
let settling: Promise<unknown> = Promise.resolve();

/** Undefined where the browser keeps nothing. */
const openedKeep = (): Promise<Keep | undefined> =>
  (opening ??= openKeep().catch(() => {
    noteQueue({ keeping: 'nothing' });
    return undefined;
  }));

/** Somebody has signed in: until `work` is done, nobody else reads or keeps anything. What another person left is made unreadable first. */
export function settleKeep(work: (keep: Keep) => Promise<void>): Promise<void> {
  const settled = openedKeep().then((keep) => keep && work(keep));
  settling = settled.catch(() => undefined);
  return settled;
}

/** Undefined where the browser keeps nothing. */
export const keepOf = (): Promise<Keep | undefined> => settling.then(openedKeep);

const shownAtMost = 50;

/** Reads anew what is kept; the other tabs are told. */
export async function queueChanged(): Promise<void> {
  await readQueue();
  tabs?.postMessage('changed');
}

async function readQueue(): Promise<void> {
  const keep = await keepOf();
  if (keep) noteQueue({ open: await openEntries(keep), latest: await latestEntries(keep, shownAtMost) });
}

let shown: Promise<void> | undefined;

/** Resolves when what is kept has been read for the first time since the app began. */
export const queueShown = (): Promise<void> => shown ?? Promise.resolve();

/** Shows what is kept, also what other tabs change, from now on. */
export function showQueue(): Promise<void> {
  tabs?.addEventListener('message', () => void readQueue());
  return (shown = readQueue());
}
