import { LRUCache } from 'lru-cache';
import type { Fact, Recorded, StreamRef } from '#kernel';
import { EventStoreUnavailable, toRecorded } from '#event-store';
import type { EventStore } from '#event-store';

/** A stream's state and the revision it was folded to; -1: it has no event. */
export interface Folded<State = unknown> {
  readonly state: State;
  readonly revision: number;
}

/**
 * Folded streams by revision, bounded. Where this process is the only one that appends, what is cached is true until it
 * appends itself; elsewhere each load reads what came after.
 */
export class StreamCache {
  readonly #store: EventStore;
  readonly #folded: LRUCache<string, Folded>;

  constructor(store: EventStore, options: { readonly streams: number }) {
    this.#store = store;
    this.#folded = new LRUCache({ max: options.streams });
  }

  /** What is known without a look at the log; undefined where that has to be asked. */
  folded<State, Event extends Fact>(ref: StreamRef<State, Event>): Folded<State> | undefined {
    return this.#store.capabilities.soleWriter ? (this.#folded.get(ref.name) as Folded<State> | undefined) : undefined;
  }

  async load<State, Event extends Fact>(ref: StreamRef<State, Event>): Promise<Folded<State>> {
    const cached = this.#folded.get(ref.name) as Folded<State> | undefined;
    if (cached && this.#store.capabilities.soleWriter) return cached;
    let { state, revision } = cached ?? { state: ref.of.initial, revision: -1 };
    for await (const batch of this.#store.readStream(ref.name, { from: revision + 1 })) {
      for (const stored of batch) {
        state = ref.of.fold(state, toRecorded(stored));
        revision = stored.revision;
      }
    }
    const folded = { state, revision };
    // While this read was under way the stream may have been appended to: never go back.
    const now = this.#folded.get(ref.name) as Folded<State> | undefined;
    if (now && now.revision > revision) return now;
    this.#folded.set(ref.name, folded);
    return folded;
  }

  /**
   * As `load`; while the log cannot be read, the stream as it was last known here. For judging who may look: views go on
   * while the log is away, and nothing can be appended then.
   */
  async loadOrLast<State, Event extends Fact>(ref: StreamRef<State, Event>): Promise<Folded<State>> {
    try {
      return await this.load(ref);
    } catch (error) {
      const last = this.#folded.get(ref.name) as Folded<State> | undefined;
      if (error instanceof EventStoreUnavailable && last) return last;
      throw error;
    }
  }

  /** Takes in what was just appended after `before`, so that the next decision need not read it. */
  appended<State, Event extends Fact>(ref: StreamRef<State, Event>, before: Folded<State>, events: readonly Recorded[]): void {
    const state = events.reduce((folded, event) => ref.of.fold(folded, event), before.state);
    this.#folded.set(ref.name, { state, revision: before.revision + events.length });
  }

  /** Reads everything anew from here on: the log was changed by other means than this process's appends. */
  clear(): void {
    this.#folded.clear();
  }

  /** After an append whose outcome is not known, or a conflict. */
  forget(stream: string): void {
    this.#folded.delete(stream);
  }
}
