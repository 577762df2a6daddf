import type { EventStore } from '#event-store';

export interface ReadModelsOptions {
  /** The data folder; the contexts' files live in `read-models` inside it. */
  readonly folder: string;
  readonly store: EventStore;
  /** file: URLs of modules that export projections: `import.meta.resolve('#access/…/projections.ts')`. Threads import them, so they are pure. */
  readonly modules: readonly string[];
  /** Every event type of this build. One that is not among them stops the projector: this node is too old. */
  readonly knownTypes: readonly string[];
  /** Reading threads; default 2. */
  readonly readers?: number;
  /** Most rows that one statement may return; default 10,000. */
  readonly rowLimit?: number;
  /** Longest run of one query, ms; default 5,000. */
  readonly timeLimitMs?: number;
  /** Most queries waiting for a reading thread; default 2,000. */
  readonly maxWaitingQueries?: number;
  /** Longest wait of a look for this process's own last append, ms; default 5,000. */
  readonly lookWaitMs?: number;
  /** Most events of one projector transaction; default 5,000. Live, a transaction has what arrived since the one before. */
  readonly batchEvents?: number;
  /** How often the projector looks at the log without being poked, ms; default 500. */
  readonly pollMs?: number;
  /** Longest time, ms, that what was projected may wait for the transaction that shows it to queries, while nobody waits for it; default 20. */
  readonly holdMs?: number;
  /** Pause before the projector tries again after the disk or the log failed, ms; default 1,000. */
  readonly retryMs?: number;
  /** Most changed rows that are named in one announcement; default 200. */
  readonly namedChanges?: number;
}
