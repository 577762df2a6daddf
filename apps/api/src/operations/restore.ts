import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFolder } from '#event-store';
import { backupIn, restoreVault } from '#vault';
import { fingerprint, identityFile, logFile, manifestFile, manifestSchema } from './backup.ts';
import type { Manifest } from './backup.ts';
import { CannotBeDone } from './operation.ts';

/**
 * Makes the data folder out of a backup: everything is verified before anything is written. What was erased after the
 * backup stays erased: the erasure register of the folder is kept and replayed at the next start. Views are not in a
 * backup; they are projected anew.
 * @throws CannotBeDone with a sentence; FolderLocked when a server runs on the folder
 */
export async function restore({ from, folder }: { readonly from: string; readonly folder: string }): Promise<Manifest> {
  const source = resolve(from);
  const manifest = readManifest(source);
  for (const [file, expected] of Object.entries(manifest.files)) {
    if (!existsSync(join(source, file))) throw new CannotBeDone(`The backup ${source} lacks ${file}. Nothing was restored; use another copy.`);
    const { sha256 } = fingerprint(join(source, file));
    if (sha256 !== expected.sha256) throw new CannotBeDone(`${file} of the backup ${source} is damaged or was altered. Nothing was restored; use another copy.`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  try {
    if (existsSync(join(folder, logFile))) throw new CannotBeDone(`${folder} holds a log already; a restore never overwrites one. Move it away, but leave vault/erasure-register where it is.`);
    rmSync(join(folder, 'read-models'), { recursive: true, force: true });
    await restoreVault(join(folder, 'vault'), backupIn(source));
    copyFileSync(join(source, identityFile), join(folder, identityFile));
    // The log comes last: a folder without one is not restored yet.
    copyFileSync(join(source, logFile), join(folder, logFile));
  } finally {
    await lock.release();
  }
  return manifest;
}

function readManifest(source: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(source, manifestFile), 'utf8');
  } catch {
    throw new CannotBeDone(`${source} holds no backup: ${manifestFile} cannot be read there.`);
  }
  const parsed = manifestSchema.safeParse(parsedJson(text));
  if (!parsed.success) throw new CannotBeDone(`${join(source, manifestFile)} is not what "saksi backup" writes.`);
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
