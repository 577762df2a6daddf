import { useSyncExternalStore } from 'react';
import type { Instant } from '../time/clock.ts';

/** The oldest answer on the screen: the age of the data is the age of the oldest thing that is shown. */
const shown = new Map<symbol, Instant>();
const listeners = new Set<() => void>();

/** Something of that age is on the screen until the returned function is called. */
export function noteShown(asOf: Instant): () => void {
  const key = Symbol('shown');
  shown.set(key, asOf);
  tell();
  return () => {
    shown.delete(key);
    tell();
  };
}

const tell = (): void => {
  for (const told of listeners) told();
};

const oldest = (): Instant | undefined => (shown.size === 0 ? undefined : Math.min(...shown.values()));

const follow = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

export const useOldestShown = (): Instant | undefined => useSyncExternalStore(follow, oldest);
