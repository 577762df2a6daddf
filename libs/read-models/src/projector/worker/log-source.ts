import type { StoredText, SyncReader, WorkerReader, WorkerReaderModule } from '#event-store';
import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { FeedReply, FeedRequest } from '../messages.ts';

export interface Looked {
  readonly events: readonly StoredText[];
  /** Every event up to here was seen. */
  readonly through: bigint;
  readonly head: bigint;
}

/** Where the projector reads the log: by itself, or from the main thread where only that can. */
export interface LogSource {
  look(from: bigint, limit: number): Looked | Promise<Looked>;
  /** Whether this very event stands at the position. */
  stands(position: bigint, id: string): boolean | Promise<boolean>;
  close(): void;
}

export async function openSource(source: { readonly reader: WorkerReader } | { readonly feed: MessagePort }): Promise<LogSource> {
  if ('feed' in source) return feedSource(source.feed);
  const adapter = (await import(source.reader.module)) as WorkerReaderModule;
  const reader: SyncReader = adapter.open(source.reader.options);
  return {
    look: (from, limit) => reader.lookTextsSync(from, limit),
    stands: (position, id) => reader.lookSync(position - 1n, 1).events[0]?.id === id,
    close: () => reader.close(),
  };
}

/** One question at a time: the projector waits for each. */
function feedSource(port: MessagePort): LogSource {
  const ask = async (request: FeedRequest): Promise<Exclude<FeedReply, { unavailable: string }>> => {
    const answered = once(port, 'message');
    port.postMessage(request);
    const [reply] = (await answered) as [FeedReply];
    if ('unavailable' in reply) throw new Error(reply.unavailable);
    return reply;
  };
  return {
    look: async (from, limit) => {
      const reply = await ask({ from, limit });
      if ('stands' in reply) throw new TypeError('The feed answered another question.');
      return reply;
    },
    stands: async (position, id) => {
      const reply = await ask({ position, id });
      return 'stands' in reply && reply.stands;
    },
    close: () => port.close(),
  };
}
