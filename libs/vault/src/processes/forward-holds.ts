import { setTimeout as pause } from 'node:timers/promises';
import { toRecorded, type EventReader } from '#event-store';
import { parseStreamName } from '#kernel';
import { builderFor, type ReadModels, type TablesOf } from '#read-models';
import { legalHoldPlaced, legalHoldReleased } from '../domain/subject.ts';
import type { Vault } from '../vault.ts';
import { subjects } from '../views/subjects.projection.ts';

export interface ForwardHoldsParts {
  readonly store: Pick<EventReader, 'subscribe' | 'head'>;
  readonly readModels: Pick<ReadModels, 'run' | 'waitFor'>;
  readonly vault: Pick<Vault, 'placeHold' | 'releaseHold'>;
  readonly signal: AbortSignal;
  /** What went wrong; it is tried again after `retryMs`. */
  readonly onFailure: (error: unknown) => void;
  /** Default 1,000. */
  readonly retryMs?: number;
}

/**
 * Brings legal holds from the log into the vault, which then refuses by itself to erase, whoever asks it. The log
 * decides all the same: an erasure cannot be ordered while a hold stands. Resolves when the signal aborts.
 */
export async function forwardHolds(parts: ForwardHoldsParts): Promise<void> {
  const { store, vault, signal, onFailure, retryMs = 1_000 } = parts;
  const ended = () => signal.aborted;
  while (!ended()) {
    try {
      const from = await store.head();
      await forwardKnown(parts, from);
      for await (const { events } of store.subscribe({ from, types: [legalHoldPlaced.type, legalHoldReleased.type], signal, lull: 250 })) {
        for (const stored of events) await forwardOne(vault, toRecorded(stored));
      }
    } catch (error) {
      if (ended()) return;
      onFailure(error);
      await pause(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** What was placed or released while this node did not run, or before its vault was restored. */
async function forwardKnown({ readModels, vault, signal }: ForwardHoldsParts, through: bigint): Promise<void> {
  while (!(await readModels.waitFor(through, 'vault', 1_000))) if (signal.aborted) return;
  const db = builderFor<TablesOf<typeof subjects>>();
  const { rows } = await readModels.run(subjects, db.selectFrom('hold').selectAll().orderBy('placed'));
  for (const { hold, subject, reason, placed_by, released, released_by } of rows) {
    if (released === null) await vault.placeHold({ hold, subject, reason, by: placed_by });
    else await vault.releaseHold({ hold, by: released_by ?? placed_by });
  }
}

async function forwardOne(vault: ForwardHoldsParts['vault'], { type, stream, data, metadata }: ReturnType<typeof toRecorded>): Promise<void> {
  if (!('hold' in data) || typeof data.hold !== 'string') return;
  const by = metadata.actor.user;
  if (type === legalHoldReleased.type) await vault.releaseHold({ hold: data.hold, by });
  else if ('reason' in data && typeof data.reason === 'string')
    await vault.placeHold({ hold: data.hold, subject: parseStreamName(stream).id, reason: data.reason, by });
}
