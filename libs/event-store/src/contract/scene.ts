import { uuidv5 } from '#kernel';
import { canonicalBytes } from '../canonical.ts';
import type { EventStore, NewEvent, ReadAllOptions, ReadStreamOptions, StoredEvent } from '../port.ts';

/** How an adapter's spec opens its store. The log need not be empty: no clause looks at what was there before it. */
export interface Opened {
  readonly store: EventStore;
  /** Ends this store, in order or as by a crash, and opens another one on the same log. */
  reopen(how: 'after a close' | 'after a crash'): Promise<EventStore>;
  close(): Promise<void>;
}

const namespace = uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:saksi:contract');

/** What one clause works with: names of its own, and the log from where the clause began. */
export interface Scene {
  readonly store: EventStore;
  /** The head when the clause began. */
  readonly since: bigint;
  id(name: string): string;
  stream(name?: string): string;
  event(name: string, parts?: { type?: string; data?: unknown; metadata?: unknown }): NewEvent;
  events(name: string, count: number): NewEvent[];
  readStream(stream: string, options?: ReadStreamOptions): Promise<StoredEvent[]>;
  /** What has been recorded since the clause began. */
  readLog(options?: ReadAllOptions): Promise<StoredEvent[]>;
}

let scenes = 0;

export async function newScene(store: EventStore): Promise<Scene> {
  const salt = `${process.pid} ${Date.now()} ${scenes++}`;
  const since = await store.head();
  const id = (name: string): string => uuidv5(namespace, `${salt} ${name}`);
  const event: Scene['event'] = (name, { type = 'access.guest-reported.v1', data = { name }, metadata = { commandId: id(name) } } = {}) => ({
    id: id(name),
    type,
    data: canonicalBytes(data),
    metadata: canonicalBytes(metadata),
  });
  return {
    store,
    since,
    id,
    event,
    stream: (name = 'the stream') => `visit-${id(name)}`,
    events: (name, count) => Array.from({ length: count }, (_, index) => event(`${name} ${index}`)),
    readStream: (stream, options) => collected(store.readStream(stream, options)),
    readLog: (options) => collected(store.readAll({ from: since, ...options })),
  };
}

export async function collected(batches: AsyncIterable<readonly StoredEvent[]>): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of batches) events.push(...batch);
  return events;
}

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

/** An event in a form that compares and prints well. */
export const content = ({ id, type, data, metadata }: NewEvent): { id: string; type: string; data: string; metadata: string } => ({
  id,
  type,
  data: Buffer.from(data).toString('hex'),
  metadata: Buffer.from(metadata).toString('hex'),
});

export const wholeLog = (store: EventStore): Promise<StoredEvent[]> => collected(store.readAll());
