import { UnknownPosition, type EventReader } from '#event-store';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { FeedReply, FeedRequest } from '../projector/messages.ts';
import { LogCursors } from './log-cursors.ts';

/** Reads the log on the main thread for a projector that cannot, as with a store on another server. The port is the projector's end; `onNews`: it should look again. */
export function feed(store: EventReader, onNews: () => void): { readonly port: MessagePort; readonly close: () => void } {
  const { port1, port2 } = new MessageChannel();
  const cursors = new LogCursors(store, onNews);
  port1.on('message', (request: FeedRequest) => {
    answerFeed(store, cursors, request).then(
      (reply) => port1.postMessage(reply),
      (error: unknown) => port1.postMessage({ unavailable: error instanceof Error ? error.message : String(error) } satisfies FeedReply),
    );
  });
  port1.unref();
  return {
    port: port2,
    close: () => {
      cursors.close();
      port1.close();
    },
  };
}

export const answerFeed = async (store: EventReader, cursors: LogCursors, request: FeedRequest): Promise<FeedReply> =>
  'id' in request ? { stands: await standsIn(store, request) } : cursors.look(request);

/** Whether the log holds this event there. */
export async function standsIn(store: EventReader, { position, id }: Extract<FeedRequest, { id: string }>): Promise<boolean> {
  try {
    for await (const [event] of store.readAll({ from: position - 1n, limit: 1 })) return event?.position === position && event.id === id;
  } catch (error) {
    if (error instanceof UnknownPosition) return false;
    throw error;
  }
  return false;
}
