import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { formatWib } from '#kernel';
import { copyNameOf } from '#read-models';
import type { Saksi } from '../parts.ts';
import { versionOfThisBuild } from '../version.ts';
import { emptyFolder, fingerprint, flush } from './kept-files.ts';
import { operation } from './operation.ts';
import type { Telling } from './operation.ts';

/** What lies in a snapshot of read models: for each context a file, how far in the log it is, and what it was when it was made. */
export const snapshotSchema = z.object({
  saksi: z.literal('read-models'),
  version: z.literal(1),
  madeAt: z.string(),
  madeBy: z.string(),
  contexts: z.record(
    z.string(),
    z.object({
      version: z.string(),
      position: z.string(),
      last: z.object({ position: z.string(), id: z.string() }),
      events: z.number(),
      bytes: z.number(),
      sha256: z.string(),
    }),
  ),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const snapshotManifest = 'read-models.json';

/**
 * Copies this node's views, while it runs, for another node that need not project the whole log then. The manifest
 * comes last, when every copy was read and is on the disk: a folder without one is no snapshot.
 */
export const snapshot = operation({
  name: 'read-models.snapshot',
  args: z.object({ to: z.string() }),
  run: async (saksi, { to }, _, telling) => {
    const target = emptyFolder(resolve(to), { data: saksi.folder, manifest: snapshotManifest, holds: 'a snapshot' });
    try {
      return { to: target, ...(await copyTo(target, saksi, telling)) };
    } catch (error) {
      // The folder was empty: whatever is in it is ours.
      for (const name of readdirSync(target)) rmSync(join(target, name), { force: true });
      throw error;
    }
  },
});

async function copyTo(target: string, { readModels, clock }: Saksi, { progress }: Telling): Promise<Snapshot> {
  const total = readModels.status().length;
  let done = 0;
  progress({ what: 'snapshot', done, total });
  const copies = await readModels.copyTo(target, () => progress({ what: 'snapshot', done: ++done, total }));
  const contexts: Record<string, Snapshot['contexts'][string]> = {};
  for (const { context, version, position, last, events } of copies) {
    const file = join(target, copyNameOf(context));
    chmodSync(file, 0o600);
    contexts[context] = {
      version,
      position: position.toString(),
      last: { ...last, position: last.position.toString() },
      events,
      ...(await fingerprint(file)),
    };
  }
  const manifest: Snapshot = { saksi: 'read-models', version: 1, madeAt: formatWib(clock.now()), madeBy: versionOfThisBuild, contexts };
  writeFileSync(join(target, snapshotManifest), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  flush(target);
  return manifest;
}
