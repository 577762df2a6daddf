import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lockFolder } from '#event-store';
import { backupFilesOf, identityFile, logFile, manifestFile, manifestSchema } from './backup.ts';
import type { Manifest } from './backup.ts';
import { fingerprint, flush, readManifest } from './kept-files.ts';
import { CannotBeDone } from './operation.ts';
import { intoFolder, intoPostgres } from './restore-persons.ts';
import { unfinishedRestoreIn } from './unfinished-restore.ts';

/**
 * Makes the data folder out of a backup: everything is verified before anything is written. What was erased after the
 * backup stays erased: the erasure register of the folder is kept and replayed at the next start. Views are not in a
 * backup; they are projected anew. Interrupted anywhere, no server starts on the folder and the same call begins again.
 * @throws CannotBeDone with a sentence; FolderLocked when a server runs on the folder
 */
export async function restore({
  from,
  folder,
  vaultUrl,
}: {
  readonly from: string;
  readonly folder: string;
  /** Vault and accounts of the backup go into this empty database instead of files: a move to several nodes. */
  readonly vaultUrl?: string | undefined;
}): Promise<Manifest> {
  const source = resolve(from);
  const manifest = manifestOf(source);
  await verify(source, manifest);
  const persons = vaultUrl === undefined ? intoFolder(folder, copyWhole) : intoPostgres(vaultUrl);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  try {
    const made = [
      logFile,
      `${logFile}.restoring`,
      identityFile,
      `${identityFile}.restoring`,
      join('vault', 'vault.db'),
      join('vault', 'vault.db.restoring'),
    ].map((name) => join(folder, name));
    const unfinished = unfinishedRestoreIn(folder);
    if (!existsSync(unfinished)) {
      const inTheWay = made.find((path) => existsSync(path));
      if (inTheWay !== undefined)
        throw new CannotBeDone(`${inTheWay} is there already; a restore never overwrites data. Move it away, but leave vault/erasure-register where it is.`);
      if (!manifest.elsewhere) await persons.refuseUnlessEmpty();
      writeFileSync(unfinished, `${source}\n`, { mode: 0o600, flush: true });
      flush(folder);
    }
    // What an interrupted restore has left; before it began there was nothing here.
    for (const path of made) for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
    rmSync(join(folder, 'read-models'), { recursive: true, force: true });
    rmSync(join(folder, 'vault', 'spool.db'), { force: true });
    if (!manifest.elsewhere) await persons.restore(source);
    // The log comes last: nothing in it points to what is not there yet.
    await copyWhole(join(source, logFile), join(folder, logFile));
    flush(folder);
    rmSync(unfinished);
    flush(folder);
  } finally {
    await lock.release();
  }
  return manifest;
}

/** The file gets its name when all of it is on the disk. */
async function copyWhole(from: string, to: string): Promise<void> {
  const part = `${to}.restoring`;
  await copyFile(from, part);
  flush(part);
  renameSync(part, to);
}

async function verify(source: string, manifest: Manifest): Promise<void> {
  for (const file of backupFilesOf(manifest)) {
    const expected = manifest.files[file];
    if (!expected || !existsSync(join(source, file)))
      throw new CannotBeDone(`The backup ${source} lacks ${file}. Nothing was restored; put it back, or use another backup.`);
    const { sha256 } = await fingerprint(join(source, file));
    if (sha256 !== expected.sha256)
      throw new CannotBeDone(`${file} of the backup ${source} is damaged or was altered. Nothing was restored; use another backup.`);
  }
}

function manifestOf(source: string): Manifest {
  const file = join(source, manifestFile);
  const manifest = readManifest(file, manifestSchema, `${source} holds no backup: ${manifestFile} cannot be read there.`);
  if (!manifest) throw new CannotBeDone(`${file} is not what "saksi backup" writes.`);
  return manifest;
}
