import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lies in a data folder from a restore's first write until its last: what is beside it is not whole. */
export const unfinishedRestoreIn = (folder: string): string => join(folder, 'restore.unfinished');

/** A restore into this folder was interrupted: a server would find half of the data, and record on top of it. */
export class RestoreUnfinished extends Error {
  override readonly name = 'RestoreUnfinished';
}

/** The vault is there and its key is not: another one would open nothing. */
export class MasterKeyMissing extends Error {
  override readonly name = 'MasterKeyMissing';
}

/** @throws RestoreUnfinished, MasterKeyMissing before anything in the folder is opened or made */
export async function refuseIncomplete(
  folder: string,
  { keyFromEnvironment, sharedVault }: { readonly keyFromEnvironment: boolean; readonly sharedVault?: () => Promise<boolean> },
): Promise<void> {
  const marker = unfinishedRestoreIn(folder);
  if (existsSync(marker))
    throw new RestoreUnfinished(`A restore into ${folder} was interrupted. Finish it: saksi restore ${readFileSync(marker, 'utf8').trim()}`);
  const key = join(folder, 'master.key');
  if (keyFromEnvironment || existsSync(key)) return;
  if (sharedVault && (await sharedVault()))
    throw new MasterKeyMissing(
      `There is a vault in the database of SAKSI_VAULT_URL, but this node has no master key. Copy the key of another node to ${key} (mode 0600), or set SAKSI_MASTER_KEY.`,
    );
  if (!sharedVault && existsSync(join(folder, 'vault', 'vault.db')))
    throw new MasterKeyMissing(
      `There is a vault in ${folder}, but its master key is missing. Put the key back as ${key} (mode 0600), or set SAKSI_MASTER_KEY.`,
    );
}
