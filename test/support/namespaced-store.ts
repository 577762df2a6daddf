import { uuidv5, uuidv7 } from '#kernel';
import type { EventStore, KeptReceipt, StoredEvent } from '#event-store';

/**
 * The same store, where each run has its own streams: an example's fixed ids then never meet those of another example
 * in the same log on disk. Only names of streams and command ids are changed, never bytes.
 */
export interface NamespacedStore extends EventStore {
  /** From here on, nothing of earlier runs is seen. */
  enter(): void;
}

export function namespaced(store: EventStore): NamespacedStore {
  let run = uuidv7(0);
  const here = (name: string): string => `${name.slice(0, -36)}${uuidv5(run, name.slice(-36))}`;
  const commandHere = (id: string): string => uuidv5(run, id);
  const shown = (stream: string, event: StoredEvent): StoredEvent => ({ ...event, stream });
  const kept = (receipt: KeptReceipt, command: string, stream: string): KeptReceipt => ({ ...receipt, command, stream });
  const streams = new Map<string, string>();

  // What is heard names streams as they are in the store, of other runs too.
  const { following: _, ...capabilities } = store.capabilities;
  return {
    capabilities,
    enter: () => {
      run = uuidv7(0);
      streams.clear();
    },
    append: (stream, events, expected, options) => {
      streams.set(here(stream), stream);
      const receipt = options?.receipt && { ...options.receipt, command: commandHere(options.receipt.command) };
      return store.append(here(stream), events, expected, { ...options, ...(receipt && { receipt }) });
    },
    receipt: async (command) => {
      const receipt = await store.receipt(commandHere(command));
      return receipt && kept(receipt, command, streams.get(receipt.stream) ?? receipt.stream);
    },
    async *readStream(stream, options) {
      for await (const batch of store.readStream(here(stream), options)) yield batch.map((event) => shown(stream, event));
    },
    readAll: (options) => store.readAll(options),
    subscribe: (options) => store.subscribe(options),
    onAppended: (listener) => store.onAppended(listener),
    head: () => store.head(),
    close: () => store.close(),
  };
}
