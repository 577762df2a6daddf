import type { Keep } from './database.ts';
import { forgetDone } from './entries.ts';

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

/** Gives up what can be asked again or is done with, so that what waits has room. Never what waits. */
export async function makeRoom(keep: Keep): Promise<void> {
  await keep.clear('answers');
  await forgetDone(keep, Infinity);
}

/** Does it, after making room if there was none. Undefined when there still is none. */
export async function withRoom<T>(keep: Keep, work: () => Promise<T>): Promise<T | undefined> {
  for (const last of [false, true]) {
    try {
      return await work();
    } catch (error) {
      if (!isFull(error)) throw error;
      if (!last) await makeRoom(keep);
    }
  }
  return undefined;
}
