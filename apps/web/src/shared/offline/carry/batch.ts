import { isAsked, type Entry } from '../keep/entry.ts';

const mostEntries = 50;
/** Of a request, which holds 256 KiB. */
const mostBytes = 200_000;

/**
 * What is carried next: alarms first, with what comes before them in the same record; else in the order in which it was
 * saved. What comes after an entry that somebody has to decide on, in the same record, stays.
 */
export function nextBatch(entries: readonly Entry[], now: number): readonly Entry[] {
  const waiting = entries.filter(({ state }) => state === 'waiting');
  const stuck = firstOf(entries.filter((entry) => entry.state === 'to-decide' || (entry.state === 'waiting' && isAsked(entry, now))));
  const alarming = new Set(waiting.filter(({ alarm }) => alarm).map(({ stream }) => stream));
  const ready = waiting
    .filter(({ stream, order }) => order < (stuck.get(stream) ?? Infinity))
    .sort((a, b) => Number(alarming.has(b.stream)) - Number(alarming.has(a.stream)) || a.order - b.order);
  return upTo(ready);
}

/** Of each record, the first place of such an entry. */
function firstOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { stream, order } of entries) first.set(stream, Math.min(order, first.get(stream) ?? Infinity));
  return first;
}

function upTo(ready: readonly Entry[]): readonly Entry[] {
  let bytes = 0;
  const end = ready.findIndex(({ sealed }, index) => {
    bytes += sealed.length;
    // The first one goes however large it is: a photo nearly fills a request.
    return index >= mostEntries || (index > 0 && bytes > mostBytes);
  });
  return end === -1 ? ready : ready.slice(0, end);
}

/** When an entry stops being asked and may be carried; undefined when nothing is asked. */
export const nextTurn = (entries: readonly Entry[]): number | undefined => {
  const asked = entries.flatMap(({ state, askedUntil }) => (state === 'waiting' && askedUntil !== undefined ? [askedUntil] : []));
  return asked.length === 0 ? undefined : Math.min(...asked);
};
