import { ConcurrencyConflict, toNewEvent, toRecorded } from '#event-store';
import type { EventStore } from '#event-store';
import { event, eventId, formatWib, naturalId } from '#kernel';
import type { Clock, Instant, Metadata } from '#kernel';

/** A process exists since here: facts that were known before are not its business. */
export const processStarted = event('processes.process-started.v1')<{ process: string }>();

/** Since when the process exists, by its own event in the log; recorded at its first start, on whichever node. */
export async function startedAt(name: string, store: EventStore, clock: Clock): Promise<Instant> {
  const id = naturalId('process', name);
  const stream = `process-${id}`;
  const known = await firstEvent(store, stream);
  if (known !== undefined) return known;
  const now = clock.now();
  const metadata: Metadata = {
    commandId: id,
    correlationId: id,
    causationId: id,
    actor: { user: `process:${name}`, role: `process:${name}` },
    occurredAt: formatWib(now),
    effectiveAt: now,
    recordedAt: now,
    voice: 'asked',
    decidedOn: { streams: { [stream]: -1 } },
  };
  try {
    await store.append(stream, [toNewEvent(eventId(id, 0), processStarted({ process: name }), metadata)], 'none');
    return now;
  } catch (error) {
    const other = error instanceof ConcurrencyConflict ? await firstEvent(store, stream) : undefined;
    if (other !== undefined) return other;
    throw error;
  }
}

async function firstEvent(store: EventStore, stream: string): Promise<Instant | undefined> {
  for await (const [stored] of store.readStream(stream, { limit: 1 })) if (stored) return toRecorded(stored).metadata.recordedAt;
  return undefined;
}
