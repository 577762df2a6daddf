import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { sqliteMaintenance } from '#event-store';
import { copySecrets } from '#identity';
import { formatWib } from '#kernel';
import { backupIn } from '#vault';
import type { Saksi } from '../parts.ts';
import { emptyFolder, fingerprint, flush } from './kept-files.ts';
import { CannotBeDone, operation } from './operation.ts';
import type { Telling } from './operation.ts';

/** What lies in a backup, and what it was when it was made. */
export const manifestSchema = z.object({
  saksi: z.literal('backup'),
  version: z.literal(1),
  madeAt: z.string(),
  head: z.string(),
  subjects: z.number(),
  disclosures: z.number(),
  /** Present when vault and accounts are in a PostgreSQL database and backed up there: only the log is here. */
  elsewhere: z.literal('postgres').optional(),
  files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const logFile = 'log.db';
export const identityFile = 'identity.db';
export const manifestFile = 'backup.json';
const places = backupIn('.');
/** Every backup has exactly these. */
export const backupFilesOf = ({ elsewhere }: Pick<Manifest, 'elsewhere'>): readonly string[] =>
  elsewhere ? [logFile] : [logFile, basename(places.values), basename(places.keys), identityFile];

/**
 * The log first, then the vault: everything that the copied log points to is in the copied vault. A vault in PostgreSQL is
 * dumped by PostgreSQL's own tool afterwards, for the same reason. The manifest comes
 * last, when every copy was read again and is on the disk: a folder without one is no backup.
 */
export const backup = operation({
  name: 'backup',
  args: z.object({ to: z.string() }),
  run: async (saksi, { to }, _, telling) => {
    const target = emptyFolder(resolve(to), { data: saksi.folder, manifest: manifestFile, holds: 'a backup' });
    try {
      return { to: target, ...(await copyTo(target, saksi, telling)) };
    } catch (error) {
      // The folder was empty: whatever is in it is ours.
      for (const name of readdirSync(target)) rmSync(join(target, name), { force: true });
      throw error;
    }
  },
});

async function copyTo(target: string, { store, vault, clock, folder, configuration }: Saksi, { progress }: Telling): Promise<Manifest> {
  const where = configuration.SAKSI_VAULT_URL === undefined ? {} : ({ elsewhere: 'postgres' } as const);
  const { maintenance } = store.capabilities;
  if (!maintenance) throw new CannotBeDone('This log is not a file of ours: back it up with its own tools.');
  const step = (done: number): void => progress({ what: 'backup', done, total: 5 });
  step(0);
  const { head } = await maintenance.backupTo(join(target, logFile));
  step(1);
  const { subjects, disclosures } = where.elsewhere ? await vault.status() : await vault.backupTo(backupIn(target));
  step(2);
  if (!where.elsewhere) await copySecrets(join(folder, identityFile), join(target, identityFile));
  step(3);
  const { problems } = await sqliteMaintenance(join(target, logFile)).checkIntegrity();
  if (problems.length > 0)
    throw new CannotBeDone(`The log cannot be backed up, because it is damaged: ${problems.join(' ')} Keep the backups you have, and run "saksi doctor".`);
  step(4);
  const files: Record<string, { bytes: number; sha256: string }> = {};
  for (const file of backupFilesOf(where)) {
    chmodSync(join(target, file), 0o600);
    files[file] = await fingerprint(join(target, file));
    flush(join(target, file));
  }
  const manifest: Manifest = { saksi: 'backup', version: 1, madeAt: formatWib(clock.now()), head: head.toString(), subjects, disclosures, ...where, files };
  writeFileSync(join(target, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  flush(target);
  step(5);
  return manifest;
}
