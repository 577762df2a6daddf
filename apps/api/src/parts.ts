import type { Configuration } from '#configuration';
import type { Answerer, Authority, Carrier, Looks, Recorder, StreamCache } from '#cqrs';
import type { EventStore } from '#event-store';
import type { Cursors, Log } from '#http';
import type { Identity } from '#identity';
import type { Clock } from '#kernel';
import type { ProcessRunner } from '#processes';
import type { ReadModels } from '#read-models';
import type { ReadSpool, Recording, SweepTally, Vault } from '#vault';
import type { Demonstration, Opening } from './demonstration.ts';

/** What a caller may put in the place of the usual parts: a scenario's clock, a spec's looks. */
export interface SaksiOptions {
  readonly clock?: Clock;
  readonly log?: Log;
  /** An empty log becomes a demonstration; a log of another kind is refused. */
  readonly demonstration?: Opening;
  /** Whether process managers run; default true. */
  readonly processes?: boolean;
  /** Whether the process is Saksi's alone, so that its heaps are kept small; default true. A spec's process holds much else. */
  readonly ownProcess?: boolean;
  readonly around?: { readonly store?: (store: EventStore) => EventStore; readonly looks?: (looks: Looks) => Looks };
}

/** A whole Saksi on one data folder, without its HTTP. */
export interface Saksi {
  readonly configuration: Configuration;
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: EventStore;
  readonly streams: StreamCache;
  readonly vault: Vault;
  readonly reads: ReadSpool;
  readonly identity: Identity;
  readonly authority: Authority;
  readonly readModels: ReadModels;
  readonly recorder: Recorder;
  /** As `recorder.record`, for processes and operators: an erasure first erases. */
  readonly record: Recording;
  readonly answerer: Answerer;
  readonly carrier: Carrier;
  readonly cursors: Cursors;
  readonly processes: ProcessRunner;
  /** What was removed from the vault because no event names it. */
  readonly swept: SweepTally;
  /** Present when the log says that it is a demonstration: everybody who reads it is told. */
  readonly demonstration?: Demonstration;
  /** Lets what is under way finish and closes every file, in the order that nothing points to what is gone. */
  close(): Promise<void>;
}
