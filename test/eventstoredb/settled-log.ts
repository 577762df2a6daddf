import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreUnavailable } from '#event-store';
import type { EventStore, StoredEvent } from '#event-store';
import { collected } from '../../libs/event-store/src/contract/scene.ts';

/**
 * All that is in the log, as soon as the server can be read again. One that has been away for a while is refused at once:
 * who asks again at once leaves no time to look for it.
 */
export async function settledLog(node: EventStore): Promise<readonly StoredEvent[]> {
  for (;;) {
    try {
      return await collected(node.readAll());
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
      await pause(20);
    }
  }
}
