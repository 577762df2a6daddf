import { useSyncExternalStore } from 'react';

/** The last thing that was recorded here, and where it is now. */
export interface Notice {
  readonly said: string;
  readonly state: 'recorded' | 'saved';
  /** What stands against it, if anything: it was kept all the same. */
  readonly contradicts: readonly string[];
}

let notice: Notice | undefined;
const listeners = new Set<() => void>();

export function announce(next: Notice | undefined): void {
  notice = next;
  for (const told of listeners) told();
}

const follow = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

export const useNotice = (): Notice | undefined => useSyncExternalStore(follow, () => notice);
