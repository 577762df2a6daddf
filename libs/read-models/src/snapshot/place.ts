import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EventReader } from '#event-store';
import { standsIn } from '../engine/feed.ts';
import { SnapshotUnusable } from '../errors.ts';
import { copying } from './copying.ts';
import type { ContextCopy } from './messages.ts';

export interface PlaceOptions {
  /** The data folder, locked by the caller; it must have no read models yet. */
  readonly folder: string;
  /** Where the copies are that `copyTo` made. */
  readonly from: string;
  /** As `openReadModels` takes them. */
  readonly modules: readonly string[];
  /** The log that the read models are to go on from. */
  readonly log: EventReader;
}

/**
 * Makes copies of another node's read models this node's own. They are complete under another name before they are
 * named, so that an interruption leaves nothing that a server would find.
 * @throws SnapshotUnusable with a sentence: another version, another log, damaged, or something is there already
 */
export async function placeReadModels({ folder, from, modules, log }: PlaceOptions): Promise<readonly ContextCopy[]> {
  const [place, beside] = [join(folder, 'read-models'), join(folder, 'read-models.restoring')];
  if (existsSync(place) && readdirSync(place).length > 0)
    throw new SnapshotUnusable(
      `There are views in ${place} already; a restore never overwrites them. Delete that folder first: views can always be made anew.`,
    );
  try {
    const copies = await copying({ kind: 'place', from, folder: beside, modules });
    for (const copy of copies) await assertOfThisLog(log, copy);
    renameSync(beside, place);
    return copies;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

async function assertOfThisLog(log: EventReader, { context, last }: ContextCopy): Promise<void> {
  if (last.position === 0n || (await standsIn(log, last))) return;
  throw new SnapshotUnusable(
    `It was made from another log, or from a later state of this one: this log does not hold the event at position ${last.position} that its views of ${context} saw last. Look at which log this node is set to, and at what was restored.`,
  );
}
