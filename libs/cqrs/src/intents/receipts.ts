import { CommandAlreadyRecorded } from '#event-store';
import type { Appended, AppendOptions, EventStore, ExpectedRevision, KeptReceipt, NewEvent, StoredEvent } from '#event-store';
import { eventId } from '#kernel';
import { KeyUsedOtherwise } from '../errors.ts';
import type { CommandIntent, CommandIntents } from './intents.ts';

/**
 * A log that keeps no receipts, with receipts: a command leaves its intent before its events are appended, and whether
 * it was recorded is read from the stream that the intent names. A command that another node began is looked for there
 * before it is appended again; at the same place the event ids, which are the same on every node, let it stand once.
 */
export const withReceipts = (store: EventStore, intents: CommandIntents): EventStore => {
  const receipts = new Receipts(store, intents);
  return {
    capabilities: store.capabilities,
    append: (...append) => receipts.append(...append),
    receipt: (command) => receipts.of(command),
    readStream: (...read) => store.readStream(...read),
    readAll: (...read) => store.readAll(...read),
    subscribe: (...options) => store.subscribe(...options),
    head: () => store.head(),
    onAppended: (listener) => store.onAppended(listener),
    close: () => store.close(),
  };
};

class Receipts {
  readonly #store: EventStore;
  readonly #intents: CommandIntents;

  constructor(store: EventStore, intents: CommandIntents) {
    this.#store = store;
    this.#intents = intents;
  }

  /** @throws KeyUsedOtherwise when the command was begun by somebody else or with other content, beside what `append` throws */
  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, options: AppendOptions = {}): Promise<Appended> {
    const { receipt } = options;
    if (!receipt || events.length === 0) return this.#store.append(stream, events, expected, options);
    const firstRevision = expected === 'none' ? 0 : expected + 1;
    const standing = await this.#intents.intend({ ...receipt, stream, firstRevision });
    if (standing.user !== receipt.user || !Buffer.from(standing.digest).equals(receipt.digest)) throw new KeyUsedOtherwise();
    if (standing.stream !== stream || standing.firstRevision !== firstRevision) {
      const recorded = await this.#recorded(standing);
      if (recorded && (recorded.stream !== stream || recorded.firstRevision !== firstRevision)) throw new CommandAlreadyRecorded(recorded);
    }
    return this.#store.append(stream, events, expected, options);
  }

  async of(command: string): Promise<KeptReceipt | undefined> {
    const intent = await this.#intents.of(command);
    return intent && this.#recorded(intent);
  }

  /** The command's events in the stream, if they are there. */
  async #recorded(intent: CommandIntent): Promise<KeptReceipt | undefined> {
    const { command, user, digest, stream } = intent;
    let [first, last]: [StoredEvent | undefined, StoredEvent | undefined] = [undefined, undefined];
    for await (const batch of this.#store.readStream(stream, { from: intent.firstRevision })) {
      for (const event of batch) {
        const index = first === undefined ? 0 : event.revision - first.revision;
        if (event.id === eventId(command, index)) {
          first ??= event;
          last = event;
        } else if (first && last) return { command, user, digest, stream, firstRevision: first.revision, lastRevision: last.revision, position: last.position };
      }
    }
    return first && last && { command, user, digest, stream, firstRevision: first.revision, lastRevision: last.revision, position: last.position };
  }
}
