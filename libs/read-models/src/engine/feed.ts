import type { EventReader, StoredEvent } from '#event-store';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { FeedReply, FeedRequest } from '../projector/messages.ts';

/** Reads the log on the main thread for a projector that cannot, as with a store in memory. The port is the projector's end. */
export function feed(store: EventReader): { readonly port: MessagePort; readonly close: () => void } {
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (request: FeedRequest) => {
    lookIn(store, request).then(
      (reply) => port1.postMessage(reply),
      (error: unknown) => port1.postMessage({ unavailable: error instanceof Error ? error.message : String(error) } satisfies FeedReply),
    );
  });
  port1.unref();
  return { port: port2, close: () => port1.close() };
}

/** Events after a position, how far that looked, and where the log ends. */
export async function lookIn(store: EventReader, { from, limit }: FeedRequest): Promise<FeedReply> {
  // Asked first: with fewer events than the limit, everything up to this head has been seen.
  const head = await store.head();
  const events: StoredEvent[] = [];
  for await (const batch of store.readAll({ from, limit })) events.push(...batch);
  const last = events.at(-1)?.position ?? from;
  return { events, through: events.length < limit && head > last ? head : last, head: head > last ? head : last };
}
