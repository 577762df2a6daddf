import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, StoredEvent } from '#event-store';
import type { Changes, ChangeSource } from '#http';
import type { ReadModels } from '#read-models';

export interface HubParts {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly whatChanged: (event: StoredEvent) => Promise<Changes>;
  /** Positions whose changes are remembered for those who come back. Default 5,000. */
  readonly remembered?: number;
  /** How long a change waits to be visible before it is announced all the same, ms. Default 5,000. */
  readonly visibleWithin?: number;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * One reader of the log for all streams of changes. What is announced can be asked for already. Who comes back is
 * served from memory, or from the log when they were away for longer.
 */
export class ChangeHub {
  readonly #parts: Required<HubParts>;
  readonly #recent: Changes[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #closing = new AbortController();
  #reading: { readonly ending: AbortController; readonly done: Promise<void> } | undefined;
  #watchers = 0;
  #forgotten = 0n;

  constructor(parts: HubParts) {
    this.#parts = { remembered: 5_000, visibleWithin: 5_000, ...parts };
  }

  readonly source: ChangeSource = (after, signal) => this.#from(after, signal);

  async close(): Promise<void> {
    this.#closing.abort();
    this.#tell();
    this.#reading?.ending.abort();
    await this.#reading?.done;
  }

  /** The log is read only while somebody watches. */
  async #begin(): Promise<void> {
    this.#watchers++;
    if (this.#reading) return;
    const ending = new AbortController();
    this.#recent.length = 0;
    const begun = this.#parts.store.head().then((head) => void (this.#forgotten = head));
    this.#reading = { ending, done: begun.then(() => this.#run(ending.signal)).catch((error: unknown) => this.#parts.onTrouble(error)) };
    await begun;
  }

  #end(): void {
    if (--this.#watchers > 0) return;
    this.#reading?.ending.abort();
    this.#reading = undefined;
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const from = this.#recent.at(-1)?.position ?? this.#forgotten;
        for await (const { events } of this.#parts.store.subscribe({ from, signal })) await this.#take(events);
      } catch (error) {
        if (!isOver(signal)) this.#parts.onTrouble(error);
        await pause(1_000, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }

  async #take(events: readonly StoredEvent[]): Promise<void> {
    for (const event of events) {
      const changes = await this.#parts.whatChanged(event);
      await this.#visible(changes);
      this.#recent.push(changes);
    }
    for (const gone of this.#recent.splice(0, Math.max(0, this.#recent.length - this.#parts.remembered))) this.#forgotten = gone.position;
    if (events.length > 0) this.#tell();
  }

  async #visible({ position, changes }: Changes): Promise<void> {
    const contexts = new Set(changes.map(({ data }) => ('context' in data ? String(data.context) : '')));
    await Promise.all([...contexts].map((context) => this.#parts.readModels.waitFor(position, context, this.#parts.visibleWithin)));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  async *#from(after: bigint | undefined, signal: AbortSignal): AsyncGenerator<Changes> {
    await this.#begin();
    try {
      yield* this.#after(after ?? this.#recent.at(-1)?.position ?? this.#forgotten, AbortSignal.any([signal, this.#closing.signal]));
    } finally {
      this.#end();
    }
  }

  async *#after(after: bigint, ended: AbortSignal): AsyncGenerator<Changes> {
    let seen = after;
    while (!ended.aborted) {
      if (seen < this.#forgotten) {
        for await (const batch of this.#parts.store.readAll({ from: seen, limit: 1_000 })) {
          for (const event of batch) {
            yield await this.#parts.whatChanged(event);
            seen = event.position;
          }
        }
        continue;
      }
      const next = this.#remembered(seen);
      for (const changes of next) {
        yield changes;
        seen = changes.position;
      }
      if (next.length === 0) await this.#news(ended);
    }
  }

  /** Positions ascend, so those after `seen` are a tail. */
  #remembered(seen: bigint): readonly Changes[] {
    let from = this.#recent.length;
    while (from > 0 && (this.#recent[from - 1]?.position ?? 0n) > seen) from--;
    return this.#recent.slice(from);
  }

  #news(ended: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const told = (): void => {
        this.#listeners.delete(told);
        ended.removeEventListener('abort', told);
        resolve();
      };
      this.#listeners.add(told);
      ended.addEventListener('abort', told, { once: true });
      if (ended.aborted) told();
    });
  }
}

/** Asked anew: it may have been aborted since the loop looked. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;
