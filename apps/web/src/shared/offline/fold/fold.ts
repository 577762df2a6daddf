import type { QueryName } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { deviceNow, type Instant } from '../../time/clock.ts';
import { batchTold } from '../carry/courier.ts';
import { entriesIn, waitingIds } from '../keep/entries.ts';
import { isAsked, type Entry } from '../keep/entry.ts';
import type { Keep } from '../keep/database.ts';
import { sessionKey, unlock } from '../keep/session-key.ts';
import { currentQueue, keepOf, queueShown } from '../queue.ts';
import { withDoors } from './doors.ts';
import { withGuests } from './guests.ts';
import { withInside } from './inside.ts';
import { withCounts, withDecisions } from './marked.ts';
import { withSheet } from './sheet.ts';
import { withShifts } from './shifts.ts';
import { cardTakenHere, visitBegunHere, withVisit } from './visit.ts';
import { withVisits } from './visits.ts';

/** How an answer changes with what waits here and the server has not heard of. */
export type Folding = (value: unknown, args: object, waiting: readonly Content[]) => unknown;

const foldings: Partial<Record<QueryName, Folding>> = {
  'access.doors': withDoors,
  'access.known-guests': withGuests,
  'access.shift-sheet': withSheet,
  'access.shifts': withShifts,
  'access.visit': withVisit,
  'access.visits': withVisits,
  'access.who-is-inside': withInside,
  'identity.marked-entries': withDecisions,
  'identity.entry-counts': withCounts,
};

/** Those of a warehouse come when they are asked for: a guard's phone never loads them. */
const ofWarehouse: Partial<Record<QueryName, () => Promise<Folding>>> = {
  'logistics.box-history': async () => (await import('./boxes.ts')).withHistory,
  'logistics.box-whereabouts': async () => (await import('./boxes.ts')).withWhereabouts,
  'logistics.condition-log': async () => (await import('./conditions.ts')).withConditions,
  'logistics.dispatch-board': async () => (await import('./runs.ts')).withRuns,
  'logistics.manifest': async () => (await import('./manifest.ts')).withManifest,
  'logistics.planned-boxes': async () => (await import('./planned.ts')).withPlanned,
  'logistics.planned-contents': async () => (await import('./contents.ts')).withContents,
  'logistics.standing-contradictions': async () => (await import('./contradictions.ts')).withExplanations,
  'logistics.stock': async () => (await import('./stock.ts')).withStock,
  'logistics.stock-equation': async () => (await import('./stock.ts')).withEquation,
  'logistics.warehouses': async () => (await import('./zones.ts')).withZones,
};

/** Of an answer: what it lacks has been recorded later, too. */
export interface AnsweredWhen {
  /** Where the log was when the server answered. */
  readonly position?: string;
  /** When the server gave the answer that this phone remembers, by the phone's clock. */
  readonly since?: Instant;
}

/** An answer as it is once what this person has saved here is told, too. What others saved here nobody can read. */
export async function foldWaiting(query: QueryName, args: object, value: unknown, answered: AnsweredWhen): Promise<unknown> {
  const folding = foldings[query] ?? (await ofWarehouse[query]?.());
  const waiting = folding ? await readable(answered) : [];
  return folding && waiting.length > 0 ? folding(value, args, waiting) : value;
}

/** What only this phone can answer, because it began here; undefined when it did not. */
export const begunHere = async (query: QueryName, args: object): Promise<unknown> => ofThisPhone[query]?.(args, await readable());

const ofThisPhone: Partial<Record<QueryName, (args: object, waiting: readonly Content[]) => unknown>> = {
  'access.visit': visitBegunHere,
  'access.card-photo': cardTakenHere,
  'logistics.zone-photo': async (args, waiting) => (await import('./conditions.ts')).zoneTakenHere(args, waiting),
};

/** A batch is answered by then, or the network is bad, and it is better seen twice for a moment than not at all, ms. */
const longestBatch = 2_000;

/**
 * What waits, and what was recorded after the answer, as far as this session may read it, in the order in which it was
 * saved. Not what the server is being asked: its answer to a question may have that already, before the phone hears that
 * it was recorded. It may have what is being brought to it, too: that is waited for.
 */
export async function readable(answered: AnsweredWhen = {}): Promise<readonly Content[]> {
  const [keep] = await Promise.all([keepOf(), queueShown()]);
  if (!keep) return [];
  const waiting = await waitingIn(keep, answered);
  const open = [...(await recordedAfter(keep, answered)), ...waiting].sort((one, other) => one.order - other.order);
  if (open.length === 0) return [];
  const key = await sessionKey(keep);
  const contents = await Promise.all(open.map(async ({ own }) => own && unlock(key, own)));
  return contents.filter((content): content is Content => content !== undefined);
}

async function waitingIn(keep: Keep, { position }: AnsweredWhen): Promise<readonly Entry[]> {
  const waiting = (): readonly Entry[] => currentQueue().open.filter(({ state }) => state === 'waiting');
  if (waiting().length === 0) return [];
  // What this phone remembers is older than what it brings now.
  if (position !== undefined) await batchTold(longestBatch);
  const still = await waitingIds(keep);
  const now = deviceNow();
  return waiting().filter((entry) => still.has(entry.id) && !isAsked(entry, now));
}

async function recordedAfter(keep: Keep, { position, since }: AnsweredWhen): Promise<readonly Entry[]> {
  if (since !== undefined) return (await entriesIn(keep, 'recorded')).filter(({ doneAt = 0 }) => doneAt > since);
  if (position === undefined) return [];
  const answeredAt = BigInt(position);
  return currentQueue().latest.filter(({ state, receipt }) => state === 'recorded' && receipt !== undefined && BigInt(receipt.position) > answeredAt);
}
