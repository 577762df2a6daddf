import { writing, type Keep } from './database.ts';
import type { Entry } from './entry.ts';
import type { Receipt } from '../../api/names.ts';
import type { Problem } from '../../api/problem.ts';

/** How long what stands in the log is kept here, to be offered again if the log is put back to an earlier state. */
export const keptFor = 14 * 86_400_000;

export const entriesIn = (keep: Keep, state: Entry['state']): Promise<Entry[]> => keep.getAllFromIndex('entries', 'by-state', state);

/** Those that have not been recorded, refused or settled, also by another tab. */
export const waitingIds = async (keep: Keep): Promise<ReadonlySet<string>> =>
  new Set(await keep.getAllKeysFromIndex('entries', 'by-state', 'waiting' satisfies Entry['state']));

/** What is still open: on its way, or for somebody to decide. */
export const openEntries = async (keep: Keep): Promise<Entry[]> =>
  [...(await entriesIn(keep, 'waiting')), ...(await entriesIn(keep, 'to-decide'))].sort((a, b) => a.order - b.order);

/** The last ones of this phone, the latest first. */
export async function latestEntries(keep: Keep, most: number): Promise<readonly Entry[]> {
  const order = keep.transaction('entries').store.index('by-order');
  // Three requests however many they are: one for each would be felt at every save on a slow phone.
  const newest = await order.openKeyCursor(null, 'prev');
  const oldest = most > 1 ? await newest?.advance(most - 1) : newest;
  const entries = await order.getAll(oldest ? IDBKeyRange.lowerBound(oldest.key) : undefined);
  return entries.reverse();
}

/** In the order in which they were saved. */
export const allEntries = (keep: Keep): Promise<Entry[]> => keep.getAllFromIndex('entries', 'by-order');

/**
 * Changes entries that still wait, all of them or none: the disk is waited for once. What has been decided meanwhile (in
 * another tab) stays as it is. @returns the ids of those that waited
 */
export async function settleAll(keep: Keep, changes: ReadonlyMap<string, Partial<Entry>>): Promise<ReadonlySet<string>> {
  const tx = writing(keep, ['entries']);
  const entries = tx.objectStore('entries');
  const waited = new Set<string>();
  for (const [id, change] of changes) {
    const entry = await entries.get(id);
    if (entry?.state !== 'waiting') continue;
    await entries.put({ ...entry, ...change });
    waited.add(id);
  }
  await tx.done;
  return waited;
}

export const settle = async (keep: Keep, id: string, change: Partial<Entry>): Promise<boolean> => (await settleAll(keep, new Map([[id, change]]))).has(id);

export const recordedAs = (receipt: Receipt, now: number): Partial<Entry> => ({ state: 'recorded', receipt, doneAt: now });

export const isRecorded = (keep: Keep, id: string, receipt: Receipt, now: number): Promise<boolean> => settle(keep, id, recordedAs(receipt, now));

export const toDecide = (problem: Problem): Partial<Entry> => ({ state: 'to-decide', problem });

/** Asked and refused while the person was there. */
export const isRefused = (keep: Keep, id: string, problem: Problem, now: number): Promise<boolean> =>
  settle(keep, id, { state: 'refused', problem, doneAt: now });

/** Somebody has decided what becomes of a refused entry. */
export async function isSettled(keep: Keep, id: string, now: number): Promise<void> {
  const tx = writing(keep, ['entries']);
  const entries = tx.objectStore('entries');
  const entry = await entries.get(id);
  if (entry?.state === 'to-decide') await entries.put({ ...entry, state: 'settled', doneAt: now });
  await tx.done;
}

/** Somebody has it brought once more, as it is. */
export async function sendAgain(keep: Keep, id: string): Promise<void> {
  const tx = writing(keep, ['entries']);
  const entries = tx.objectStore('entries');
  const entry = await entries.get(id);
  if (entry?.state === 'to-decide') {
    const { problem: _, ...again } = entry;
    await entries.put({ ...again, state: 'waiting' });
  }
  await tx.done;
}

/** The log has lost them: they wait again. */
export async function waitAgain(keep: Keep, ids: readonly string[]): Promise<void> {
  const tx = writing(keep, ['entries']);
  const entries = tx.objectStore('entries');
  for (const id of ids) {
    const entry = await entries.get(id);
    if (entry?.state !== 'recorded') continue;
    const { receipt: _, doneAt: __, ...again } = entry;
    await entries.put({ ...again, state: 'waiting' });
  }
  await tx.done;
}

/** Forgets what has been done with for so long; what waits or is to be decided is never forgotten. */
export async function forgetDone(keep: Keep, before: number): Promise<number> {
  const tx = writing(keep, ['entries']);
  const entries = tx.objectStore('entries');
  let forgotten = 0;
  for (let cursor = await entries.openCursor(); cursor; cursor = await cursor.continue()) {
    if (cursor.value.doneAt === undefined || cursor.value.doneAt >= before) continue;
    await cursor.delete();
    forgotten += 1;
  }
  await tx.done;
  return forgotten;
}
