import { randomUUID } from 'node:crypto';
import { binaryEvent, NO_STREAM, type EventStoreDBClient } from '@eventstore/db-client';

/** One event as Saksi would write it. */
export interface BareEvent {
  readonly type: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** The bare client's own append to a new stream. */
export const appendBare = (
  client: EventStoreDBClient,
  stream: string,
  events: readonly BareEvent[],
): Promise<{ readonly position?: { readonly commit: bigint } }> =>
  client.appendToStream(
    stream,
    events.map((event) => binaryEvent({ id: randomUUID(), ...event })),
    { expectedRevision: NO_STREAM, requiresLeader: true },
  );
