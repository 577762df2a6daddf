import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Configuration } from '#configuration';
import { lockFolder, type EventStore } from '#event-store';
import { copyNameOf, placeReadModels, SnapshotUnusable } from '#read-models';
import { adapters, projectionModules } from '../app.module.ts';
import { limitsOf } from '../limits.ts';
import { logFile } from './backup.ts';
import { fingerprint, readManifest } from './kept-files.ts';
import { CannotBeDone } from './operation.ts';
import { snapshotManifest, snapshotSchema, type Snapshot } from './snapshot.ts';

/**
 * Gives a node that has no views yet those of another node: all of it is verified, with the log that they are to go on
 * from, before a server would find any of it. What was recorded since is projected at the start.
 * @throws CannotBeDone with a sentence; FolderLocked when a server runs on the folder; whatever opening the log throws
 */
export async function restoreReadModels(configuration: Configuration, { from }: { readonly from: string }): Promise<Snapshot> {
  const [source, folder] = [resolve(from), resolve(configuration.SAKSI_DATA)];
  const manifest = manifestOf(source);
  await verify(source, manifest);
  if (configuration.SAKSI_STORE === 'sqlite' && !existsSync(join(folder, logFile)))
    throw new CannotBeDone(`${folder} holds no log that the views could go on from. Restore the log first, or set SAKSI_STORE and SAKSI_EVENTSTOREDB_URL.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  let log: EventStore | undefined;
  try {
    const { store: limits } = limitsOf(configuration);
    log = await adapters.store[configuration.SAKSI_STORE]({ configuration, folder, lock, limits });
    await placeReadModels({ folder, from: source, modules: projectionModules, log });
  } catch (error) {
    throw error instanceof SnapshotUnusable ? new CannotBeDone(`The snapshot ${source} was not restored. ${error.message}`) : error;
  } finally {
    await log?.close();
    await lock.release();
  }
  return manifest;
}

async function verify(source: string, { contexts }: Snapshot): Promise<void> {
  for (const [context, expected] of Object.entries(contexts)) {
    const file = join(source, copyNameOf(context));
    if (!existsSync(file)) throw new CannotBeDone(`The snapshot ${source} lacks ${copyNameOf(context)}. Nothing was restored; take another snapshot.`);
    if ((await fingerprint(file)).sha256 !== expected.sha256)
      throw new CannotBeDone(`${copyNameOf(context)} of the snapshot ${source} is damaged or was altered. Nothing was restored; take another snapshot.`);
  }
}

function manifestOf(source: string): Snapshot {
  const file = join(source, snapshotManifest);
  const manifest = readManifest(file, snapshotSchema, `${source} holds no snapshot of read models: ${snapshotManifest} cannot be read there.`);
  if (!manifest) throw new CannotBeDone(`${file} is not what "saksi read-models snapshot" writes.`);
  return manifest;
}
