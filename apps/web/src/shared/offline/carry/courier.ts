import { entriesIn, forgetDone, keptFor, openEntries, recordedAs, settleAll, toDecide, waitAgain } from '../keep/entries.ts';
import type { Keep } from '../keep/database.ts';
import type { Entry } from '../keep/entry.ts';
import type { Receipt } from '../../api/names.ts';
import type { Problem } from '../../api/problem.ts';
import { nextBatch, nextTurn } from './batch.ts';
import { backOff } from './back-off.ts';

export interface Carried {
  readonly entry: string;
  readonly outcome: 'recorded' | 'refused' | 'held-back' | 'later';
  readonly receipt?: Receipt;
  readonly problem?: Problem;
}

/** What the courier needs of the world. */
export interface Road {
  /** Brings entries to the server. Rejects when it cannot be reached, or does not want this session or this app. */
  bring(entries: readonly Pick<Entry, 'id' | 'stream' | 'sealed'>[]): Promise<readonly Carried[]>;
  /** Which of these the log does not hold. */
  missing(ids: readonly string[]): Promise<readonly string[]>;
  /** The phone's clock. */
  now(): number;
  /** Resolves after so long, or earlier: at rest for want of work, when there is some; after a failure, when the network is back. */
  rest(ms: number, why: 'no-work' | 'failed', signal: AbortSignal): Promise<void>;
}

/** How the courier is getting on. */
export type Progress = 'idle' | 'carrying' | 'resting';

export interface CourierParts {
  readonly keep: Keep;
  readonly road: Road;
  /** Something in the queue changed; resolves when every screen knows. */
  readonly changed: () => Promise<void>;
  readonly progress: (progress: Progress) => void;
}

const never = 3_600_000;

/**
 * Carries what waits to the server, for as long as it is allowed to: in order, alarms first, after every failure again,
 * and longer after each. Only one tab of all carries at a time; when it is closed, another takes over. Returns when the
 * signal aborts.
 */
export const carryOn = (parts: CourierParts, signal: AbortSignal): Promise<void> =>
  navigator.locks
    .request('saksi.courier', { signal }, () => keepCarrying(parts, signal))
    .catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });

async function keepCarrying({ keep, road, changed, progress }: CourierParts, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let offered = false;
  while (!isOver(signal)) {
    try {
      if (!offered) offered = await offerAgain(keep, road, changed);
      const took = await carryOnce(keep, road, changed, progress);
      failures = 0;
      if (took) continue;
      progress('idle');
      await road.rest(await untilNextTurn(keep, road.now()), 'no-work', signal);
    } catch (error) {
      if (isOver(signal)) return;
      progress('resting');
      // The server may have been put back to an earlier state while it was away.
      offered = false;
      await road.rest(backOff(failures++, error), 'failed', signal);
    }
  }
}

/** Asked anew: it may have been aborted since the loop looked. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;

async function untilNextTurn(keep: Keep, now: number): Promise<number> {
  const turn = nextTurn(await entriesIn(keep, 'waiting'));
  return turn === undefined ? never : Math.max(100, turn - now);
}

/** In the way for now: something that the server itself says will pass. */
export class Later extends Error {
  override readonly name = 'Later';
  readonly retryAfter: number | undefined;
  constructor(problem: Problem | undefined) {
    super(problem?.code ?? 'later');
    this.retryAfter = problem && 'retryAfter' in problem && typeof problem.retryAfter === 'number' ? problem.retryAfter * 1_000 : undefined;
  }
}

/** One batch; false when nothing is to be carried. @throws Later, and what the road throws */
async function carryOnce(keep: Keep, road: Road, changed: CourierParts['changed'], progress: CourierParts['progress']): Promise<boolean> {
  const batch = nextBatch(await openEntries(keep), road.now());
  if (batch.length === 0) return false;
  progress('carrying');
  const later = await navigator.locks.request(batchLock, () => bringBatch(batch, { keep, road, changed }));
  if (later) throw new Later(later.problem);
  return true;
}

/** @returns the first that shall come later */
async function bringBatch(batch: readonly Entry[], { keep, road, changed }: Omit<CourierParts, 'progress'>): Promise<Carried | undefined> {
  const told = await road.bring(batch.map(({ id, stream, sealed }) => ({ id, stream, sealed })));
  const changes = new Map<string, Partial<Entry>>();
  let later: Carried | undefined;
  for (const each of told) {
    if (each.outcome === 'recorded' && each.receipt) changes.set(each.entry, recordedAs(each.receipt, road.now()));
    else if (each.outcome === 'refused' && each.problem) changes.set(each.entry, toDecide(each.problem));
    else if (each.outcome === 'later') later ??= each;
  }
  await settleAll(keep, changes);
  await changed();
  return later;
}

/** Held while a batch is brought, whichever tab brings it: until then nobody knows whether the server has it. */
export const batchLock = 'saksi.batch';

/** Resolves when it is known what became of the batch that is being brought, or after so many ms: a bad network may keep it. */
export const batchTold = (atMost: number): Promise<void> =>
  navigator.locks
    .request(batchLock, { mode: 'shared', signal: AbortSignal.timeout(atMost) }, () => undefined)
    .catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
    });

/**
 * The log is append-only: if it still holds what it acknowledged last, it holds everything before. If not, it was put
 * back to an earlier state, and what it has lost waits again.
 */
async function offerAgain(keep: Keep, road: Road, changed: CourierParts['changed']): Promise<true> {
  await forgetDone(keep, road.now() - keptFor);
  const recorded = (await entriesIn(keep, 'recorded')).sort((a, b) => Number(BigInt(b.receipt?.position ?? 0) - BigInt(a.receipt?.position ?? 0)));
  const [newest] = recorded;
  if (!newest || (await road.missing([newest.id])).length === 0) return true;
  for (let from = 0; from < recorded.length; from += 500) {
    const lost = await road.missing(recorded.slice(from, from + 500).map(({ id }) => id));
    if (lost.length === 0) break;
    await waitAgain(keep, lost);
  }
  await changed();
  return true;
}
