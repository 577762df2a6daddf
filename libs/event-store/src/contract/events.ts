import { uuidv5 } from '#kernel';
import { canonicalBytes } from '../canonical.ts';
import type { EventReader, NewEvent, ReadAllOptions, ReadStreamOptions, StoredEvent } from '../port.ts';

const namespace = uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:saksi:contract');

/** A UUID for a name: the same in every run. */
export const idOf = (name: string): string => uuidv5(namespace, name);

export const streamOf = (name: string): string => `visit-${idOf(name)}`;

/** An event whose id and content follow from its name. */
export const eventOf = (name: string, { type = 'access.guest-reported.v1', data = { name }, metadata = { commandId: idOf(name) } }: { type?: string; data?: unknown; metadata?: unknown } = {}): NewEvent => ({
  id: idOf(name),
  type,
  data: canonicalBytes(data),
  metadata: canonicalBytes(metadata),
});

export const eventsOf = (name: string, count: number): NewEvent[] => Array.from({ length: count }, (_, index) => eventOf(`${name} ${index}`));

/** The ids of everything a read gives, in its order. */
export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

export async function collected(batches: AsyncIterable<readonly StoredEvent[]>): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of batches) events.push(...batch);
  return events;
}

export const wholeStream = (store: EventReader, stream: string, options?: ReadStreamOptions): Promise<StoredEvent[]> => collected(store.readStream(stream, options));

export const wholeLog = (store: EventReader, options?: ReadAllOptions): Promise<StoredEvent[]> => collected(store.readAll(options));

/** What went in, as it must come out. */
export const content = ({ id, type, data, metadata }: NewEvent): { id: string; type: string; data: string; metadata: string } => ({
  id,
  type,
  data: Buffer.from(data).toString('hex'),
  metadata: Buffer.from(metadata).toString('hex'),
});
