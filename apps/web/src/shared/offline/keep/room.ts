import type { Keep } from './database.ts';
import { forgetDone } from './entries.ts';

/** As the browser says that there is no room, and as its database fails for it. */
const full: ReadonlySet<string> = new Set(['QuotaExceededError', 'AbortError', 'UnknownError']);
export const isFull = (error: unknown): boolean => error instanceof DOMException && full.has(error.name);

/** Gives up what can be asked again or is done with, so that what waits has room. Never what waits. */
async function makeRoom(keep: Keep): Promise<void> {
  try {
    await keep.clear('answers');
    await forgetDone(keep, Infinity);
  } catch (error) {
    // So full that nothing can even be given up.
    if (!isFull(error)) throw error;
  }
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
