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
  close(): void;
}

export async function openSource(source: { readonly reader: WorkerReader } | { readonly feed: MessagePort }): Promise<LogSource> {
  if ('feed' in source) return feedSource(source.feed);
  const adapter = (await import(source.reader.module)) as WorkerReaderModule;
  const reader: SyncReader = adapter.open(source.reader.options);
  return { look: (from, limit) => reader.lookTextsSync(from, limit), close: () => reader.close() };
}

/** One question at a time: the projector waits for each. */
function feedSource(port: MessagePort): LogSource {
  return {
    look: async (from, limit) => {
      const answered = once(port, 'message');
      port.postMessage({ from, limit } satisfies FeedRequest);
      const [reply] = (await answered) as [FeedReply];
      if ('unavailable' in reply) throw new Error(reply.unavailable);
      return { ...reply, events: reply.events.map((event) => ({ ...event, data: textOf(event.data), metadata: textOf(event.metadata) })) };
    },
    close: () => port.close(),
  };
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
