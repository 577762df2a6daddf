import { openMemoryEventStore, toNewEvent, type Appended, type EventStore } from '#event-store';
import { eventId, type Fact, type Metadata, uuidv5 } from '#kernel';
import { admitted, left } from './visits.ts';

const namespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

export const visitId = (number: number): string => uuidv5(namespace, `visit ${number}`);
export const visitStream = (number: number): string => `visit-${visitId(number)}`;

export const night = Date.UTC(2023, 10, 30, 17);

export const metadata = (commandId: string, effectiveAt: number, recordedAt = effectiveAt): Metadata => ({
  commandId,
  correlationId: commandId,
  causationId: commandId,
  actor: { user: 'guard', role: 'guard', post: uuidv5(namespace, 'post') },
  occurredAt: new Date(effectiveAt).toISOString(),
  effectiveAt,
  recordedAt,
  voice: 'asked',
  decidedOn: { streams: {} },
});

/** Appends one fact to a visit's stream; effective a second after the one before, recorded then too unless said otherwise. */
export function record(store: EventStore, stream: string, fact: Fact, revision: number, at: { effectiveAt: number; recordedAt?: number }): Promise<Appended> {
  const commandId = uuidv5(namespace, `${stream} ${revision}`);
  return store.append(
    stream,
    [toNewEvent(eventId(commandId, 0), fact, metadata(commandId, at.effectiveAt, at.recordedAt))],
    revision === 0 ? 'none' : revision - 1,
  );
}

/** `visits` guests go in, each with a badge of their own, and every second one leaves. Returns the log's head. */
export async function recordVisits(store: EventStore, visits: number, first = 0): Promise<bigint> {
  for (let visit = first; visit < first + visits; visit++) {
    const effectiveAt = night + visit * 1000;
    await record(store, visitStream(visit), admitted({ door: `D${visit % 3}`, badge: `T-${visit}` }), 0, { effectiveAt });
    if (visit % 2 === 1) await record(store, visitStream(visit), left(), 1, { effectiveAt: effectiveAt + 500 });
  }
  return store.head();
}

export const memoryStore = (): EventStore => openMemoryEventStore();
