import { setTimeout as pause } from 'node:timers/promises';
import { isLost } from './failures.ts';

/**
 * Work that may be done twice, done again when its connection turned out to be dead: a server that was restarted leaves
 * such connections behind, and the next ones are new.
 */
export async function onceMore<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isLost(error)) throw error;
    await pause(100);
    return work();
  }
}
