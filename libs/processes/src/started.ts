import { ConcurrencyConflict, DuplicateEventId, toNewEvent, toRecorded } from '#event-store';
import type { EventStore } from '#event-store';
import { event, eventId, formatWib, naturalId, stream } from '#kernel';
import type { Clock, Instant, Metadata } from '#kernel';

/** A process exists since here: facts that were known before are not its business. */
export const processStarted = event('processes.process-started.v1')<{ process: string }>();

/** One process, on all nodes: since when it exists. */
export const processStream = stream<{ since?: Instant }, ReturnType<typeof processStarted>>({
  kind: 'process',
  initial: {},
  evolve: { 'processes.process-started.v1': ({ since }, _, { recordedAt }) => ({ since: since ?? recordedAt }) },
});

/** Since when the process exists, by its own event in the log; recorded at its first start, on whichever node. */
export async function startedAt(name: string, store: EventStore, clock: Clock): Promise<Instant> {
  const id = naturalId('process', name);
  const { name: streamName } = processStream.at(id);
  const known = await sinceOf(store, id);
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
    decidedOn: { streams: { [streamName]: -1 } },
  };
  try {
    await store.append(streamName, [toNewEvent(eventId(id, 0), processStarted({ process: name }), metadata)], 'none');
    return now;
  } catch (error) {
    // Another node was faster: it made the same id, at another instant.
    const other = error instanceof ConcurrencyConflict || error instanceof DuplicateEventId ? await sinceOf(store, id) : undefined;
    if (other !== undefined) return other;
    throw error;
  }
}

async function sinceOf(store: EventStore, id: string): Promise<Instant | undefined> {
  const { name, of } = processStream.at(id);
  let state = of.initial;
  for await (const batch of store.readStream(name)) for (const stored of batch) state = of.fold(state, toRecorded(stored));
  return state.since;
}
