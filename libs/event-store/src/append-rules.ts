import { ConcurrencyConflict, DuplicateEventId, InvalidAppend } from './errors.ts';
import type { ExpectedRevision, NewEvent, Receipt } from './port.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Printable ASCII: two names that look alike are alike. */
const name = /^[\x21-\x7e]{1,200}$/;

export interface AppendLimits {
  /** Bytes of data and metadata in one append. */
  readonly maxAppendBytes: number;
  readonly maxAppendEvents: number;
}

/** Refuses what no store should take. Returns the bytes of all events. @throws InvalidAppend */
export function checkAppend(
  stream: string,
  events: readonly NewEvent[],
  expected: ExpectedRevision,
  receipt: Receipt | undefined,
  limits: AppendLimits,
): number {
  if (!name.test(stream)) throw new InvalidAppend('A stream name is 1 to 200 printable ASCII characters without spaces.');
  if (events.length === 0) throw new InvalidAppend(`An append to ${stream} has no events.`);
  if (events.length > limits.maxAppendEvents)
    throw new InvalidAppend(`An append to ${stream} has ${events.length} events; the limit is ${limits.maxAppendEvents}.`);
  if (expected !== 'none' && !(Number.isSafeInteger(expected) && expected >= 0)) throw new InvalidAppend("An expected revision is 0, 1, 2… or 'none'.");
  if (receipt && !(receipt.command.length > 0 && receipt.command.length <= 200)) throw new InvalidAppend("A receipt's command id has 1 to 200 characters.");
  const bytes = checkEvents(stream, events);
  if (bytes > limits.maxAppendBytes) throw new InvalidAppend(`An append to ${stream} has ${bytes} bytes; the limit is ${limits.maxAppendBytes}.`);
  return bytes;
}

function checkEvents(stream: string, events: readonly NewEvent[]): number {
  let bytes = 0;
  const ids = events.length > 1 ? new Set<string>() : undefined;
  for (const event of events) {
    if (!uuid.test(event.id)) throw new InvalidAppend(`An event for ${stream} has an id that is not a UUID in lower case.`);
    if (!name.test(event.type)) throw new InvalidAppend(`An event for ${stream} has a type that is not 1 to 200 printable ASCII characters without spaces.`);
    ids?.add(event.id);
    bytes += event.data.byteLength + event.metadata.byteLength;
  }
  if (ids && ids.size < events.length) throw new InvalidAppend(`An append to ${stream} has the same event id twice.`);
  return bytes;
}

/** What already stands in the stream, as far as an append must know it. */
export interface Standing {
  /** -1: the stream does not exist. */
  readonly actual: number;
  /** Whether a receipt of this append's command is kept. */
  commandKnown(): boolean;
  at(revision: number): (NewEvent & { readonly position: number }) | undefined;
}

/** What an append comes to. `lastPosition`: of the last event that stands there already. */
export type Verdict =
  | { readonly kind: 'new'; readonly firstRevision: number }
  | { readonly kind: 'repeated'; readonly firstRevision: number; readonly lastPosition: number }
  | { readonly kind: 'conflict'; readonly actual: number }
  | { readonly kind: 'duplicate' };

/**
 * The rules of the port, in the words of its contract: all ids stand at the expected revision with the same bytes:
 * repeated; with other bytes, or the command has a receipt for something else: duplicate; else the revision decides.
 */
export function judge(events: readonly NewEvent[], expected: ExpectedRevision, standing: Standing): Verdict {
  const firstRevision = expected === 'none' ? 0 : expected + 1;
  if (standing.actual >= firstRevision) {
    const repetition = repeated(events, firstRevision, standing);
    if (repetition) return repetition;
  }
  if (standing.commandKnown()) return { kind: 'duplicate' };
  return standing.actual === firstRevision - 1 ? { kind: 'new', firstRevision } : { kind: 'conflict', actual: standing.actual };
}

/** A leading part of what was written counts as repeated; a longer or mixed append does not (EventStoreDB's rule too). */
function repeated(events: readonly NewEvent[], firstRevision: number, standing: Standing): Verdict | undefined {
  let same = true;
  let lastPosition = 0;
  for (const [index, event] of events.entries()) {
    const stood = standing.at(firstRevision + index);
    if (stood?.id !== event.id) return undefined;
    same &&= stood.type === event.type && Buffer.compare(stood.data, event.data) === 0 && Buffer.compare(stood.metadata, event.metadata) === 0;
    lastPosition = stood.position;
  }
  return same ? { kind: 'repeated', firstRevision, lastPosition } : { kind: 'duplicate' };
}

/** The error of a verdict that refuses. */
export const refusal = (stream: string, expected: ExpectedRevision, verdict: Extract<Verdict, { kind: 'conflict' | 'duplicate' }>): Error =>
  verdict.kind === 'conflict' ? new ConcurrencyConflict(stream, expected, verdict.actual) : new DuplicateEventId(stream);
