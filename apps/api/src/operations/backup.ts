import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { copySecrets } from '#identity';
import { formatWib } from '#kernel';
import { backupIn } from '#vault';
import { CannotBeDone, operation } from './operation.ts';

/** What lies in a backup, and what it was when it was made. */
export const manifestSchema = z.object({
  saksi: z.literal('backup'),
  version: z.literal(1),
  madeAt: z.string(),
  head: z.string(),
  subjects: z.number(),
  disclosures: z.number(),
  files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const logFile = 'log.db';
export const identityFile = 'identity.db';
export const manifestFile = 'backup.json';

/** The log first, then the vault: everything that the copied log points to is in the copied vault. */
export const backup = operation({
  name: 'backup',
  args: z.object({ to: z.string() }),
  run: async ({ store, vault, clock, folder, log }, { to }, _, { progress }) => {
    const target = resolve(to);
    if (existsSync(join(target, manifestFile))) throw new CannotBeDone(`${target} holds a backup already. Name an empty or a new folder.`);
    const { maintenance } = store.capabilities;
    if (!maintenance) throw new CannotBeDone('This log is not a file of ours: back it up with its own tools.');
    mkdirSync(target, { recursive: true, mode: 0o700 });
    const places = backupIn(target);
    const files = [logFile, places.values.slice(target.length + 1), places.keys.slice(target.length + 1), identityFile];
    try {
      progress({ what: 'backup', done: 0, total: 4 });
      const { head } = await maintenance.backupTo(join(target, logFile));
      progress({ what: 'backup', done: 1, total: 4 });
      const { subjects, disclosures } = await vault.backupTo(places);
      progress({ what: 'backup', done: 3, total: 4 });
      await copySecrets(join(folder, identityFile), join(target, identityFile));
      const manifest: Manifest = { saksi: 'backup', version: 1, madeAt: formatWib(clock.now()), head: head.toString(), subjects, disclosures, files: Object.fromEntries(files.map((file) => [file, fingerprint(join(target, file))])) };
      for (const file of files) chmodSync(join(target, file), 0o600);
      writeFileSync(join(target, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      progress({ what: 'backup', done: 4, total: 4 });
      return { to: target, ...manifest };
    } catch (error) {
      for (const file of files) rmSync(join(target, file), { force: true });
      log.warn({ err: error }, 'A backup could not be made.');
      throw error;
    }
  },
});

/** Size and SHA-256 of a file. */
export function fingerprint(file: string): { bytes: number; sha256: string } {
  return { bytes: statSync(file).size, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
}
