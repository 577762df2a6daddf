import type { EventStore } from '../port.ts';
import type { EventStoreDbOptions } from './options.ts';

/**
 * As `openEventStoreDb` of open.ts, which is loaded now: the client and gRPC are 160 modules that a log in a file, and
 * every thread that knows the port, does without.
 */
export async function openEventStoreDb(options: EventStoreDbOptions): Promise<EventStore> {
  const opening = await import('./open.ts');
  return opening.openEventStoreDb(options);
}
