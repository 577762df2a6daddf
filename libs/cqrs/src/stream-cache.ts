import { AsyncLocalStorage } from 'node:async_hooks';
import { LRUCache } from 'lru-cache';
import type { Fact, Recorded, StreamRef } from '#kernel';
import { EventStoreUnavailable, toRecorded } from '#event-store';
import type { EventStore, Following } from '#event-store';
import { AsOf } from './as-of.ts';

/** A stream's state and the revision it was folded to; -1: it has no event. */
export interface Folded<State = unknown> {
  readonly state: State;
  readonly revision: number;
}

interface Kept {
  readonly folded: Folded;
  /** The last revision that was heard of since the stream was read; beyond the folded one: others have appended. */
  heard: number;
  /** Nobody has looked: it is presumed that the stream has no event. Only an append can make this more. */
  readonly presumed: boolean;
}

const isCurrent = ({ folded, heard, presumed }: Kept): boolean => !presumed && heard <= folded.revision;

/**
 * Folded streams by revision, bounded. Where this process is the only one that appends, what is cached is true until it
 * appends itself. Where others append too and this process hears of it, what is cached is true when everything that stood
 * in the log was heard and nothing of it was of that stream (docs/adr/0045). Elsewhere each load reads what came after.
 */
export class StreamCache {
  readonly #store: EventStore;
  readonly #soleWriter: boolean;
  readonly #following: Following | undefined;
  readonly #kept: LRUCache<string, Kept>;
  /** Streams that are being read, with what is heard of them meanwhile. */
  readonly #reading = new Map<string, { readers: number; heard: number }>();
  readonly #asOf = new AsyncLocalStorage<AsOf>();

  constructor(store: EventStore, options: { readonly streams: number }) {
    this.#store = store;
    this.#kept = new LRUCache({ max: options.streams });
    this.#soleWriter = store.capabilities.soleWriter;
    this.#following = this.#soleWriter ? undefined : store.capabilities.following;
    this.#following?.listen((event) => this.#hear(event));
  }

  /**
   * Within `work`, everything that is loaded is at least as new as its beginning: the log is asked once how far it goes,
   * and not for every stream anew.
   */
  asOfNow<T>(work: () => Promise<T>): Promise<T> {
    return this.#following ? this.#asOf.run(new AsOf(this.#following), work) : work();
  }

  /** What is known without a look at the log; undefined where that has to be asked. */
  folded<State, Event extends Fact>(ref: StreamRef<State, Event>): Folded<State> | undefined {
    if (!this.#soleWriter && this.#asOf.getStore()?.heard !== true) return undefined;
    const kept = this.#kept.get(ref.name);
    return kept && isCurrent(kept) ? (kept.folded as Folded<State>) : undefined;
  }

  async load<State, Event extends Fact>(ref: StreamRef<State, Event>): Promise<Folded<State>> {
    const known = this.#kept.get(ref.name);
    if (known && isCurrent(known) && (this.#soleWriter || (await this.#heardAll()))) {
      const kept = this.#kept.get(ref.name);
      if (kept && isCurrent(kept)) return kept.folded as Folded<State>;
    }
    return this.#read(ref);
  }

  /**
   * As `load`; while the log cannot be read, the stream as it was last known here. For judging who may look: views go on
   * while the log is away, and nothing can be appended then.
   */
  async loadOrLast<State, Event extends Fact>(ref: StreamRef<State, Event>): Promise<Folded<State>> {
    try {
      return await this.load(ref);
    } catch (error) {
      const last = this.#last(ref);
      if (error instanceof EventStoreUnavailable && last) return last;
      throw error;
    }
  }

  /**
   * The stream as if it had no event, without a look; undefined when something is known of it. Only an append that
   * expects none can show whether that is so: what is refused on it must be looked at first.
   */
  presumeNew<State, Event extends Fact>(ref: StreamRef<State, Event>): Folded<State> | undefined {
    if (this.#last(ref)) return undefined;
    const folded = { state: ref.of.initial, revision: -1 };
    this.#kept.set(ref.name, { folded, heard: -1, presumed: true });
    return folded;
  }

  /** Takes in what was just appended after `before`, so that the next decision need not read it. */
  appended<State, Event extends Fact>(ref: StreamRef<State, Event>, before: Folded<State>, events: readonly Recorded[]): void {
    // Evicted meanwhile: what others may have appended since was heard by nobody.
    if (!this.#soleWriter && !this.#kept.has(ref.name)) return;
    const state = events.reduce((folded, event) => ref.of.fold(folded, event), before.state);
    this.#keep(ref.name, { state, revision: before.revision + events.length }, -1);
  }

  /** Reads everything anew from here on: the log was changed by other means than this process's appends. */
  clear(): void {
    this.#kept.clear();
  }

  /** After an append whose outcome is not known, or a conflict. */
  forget(stream: string): void {
    this.#kept.delete(stream);
  }

  #last<State, Event extends Fact>(ref: StreamRef<State, Event>): Folded<State> | undefined {
    const kept = this.#kept.get(ref.name);
    return kept && !kept.presumed ? (kept.folded as Folded<State>) : undefined;
  }

  async #read<State, Event extends Fact>(ref: StreamRef<State, Event>): Promise<Folded<State>> {
    let { state, revision } = this.#last(ref) ?? { state: ref.of.initial, revision: -1 };
    const reading = this.#reading.get(ref.name) ?? { readers: 0, heard: -1 };
    reading.readers++;
    this.#reading.set(ref.name, reading);
    try {
      for await (const batch of this.#store.readStream(ref.name, { from: revision + 1 })) {
        for (const stored of batch) {
          state = ref.of.fold(state, toRecorded(stored));
          revision = stored.revision;
        }
      }
    } finally {
      if (--reading.readers === 0) this.#reading.delete(ref.name);
    }
    return this.#keep(ref.name, { state, revision }, reading.heard) as Folded<State>;
  }

  /** While it was made the stream may have been appended to: never goes back. */
  #keep(stream: string, folded: Folded, heard: number): Folded {
    const now = this.#kept.get(stream);
    if (now && !now.presumed && now.folded.revision > folded.revision) return now.folded;
    this.#kept.set(stream, { folded, heard: Math.max(heard, now?.heard ?? -1), presumed: false });
    return folded;
  }

  #heardAll(): Promise<boolean> {
    return this.#asOf.getStore()?.heardAll() ?? this.#following?.heardAll() ?? Promise.resolve(false);
  }

  #hear({ stream, revision }: { readonly stream: string; readonly revision: number }): void {
    for (const each of [this.#reading.get(stream), this.#kept.peek(stream)]) if (each && each.heard < revision) each.heard = revision;
  }
}
