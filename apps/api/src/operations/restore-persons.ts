import { join } from 'node:path';
import { restoreSecretsInto } from '#identity';
import { backupIn, restoreVault, restoreVaultInto, vaultExistsIn } from '#vault';
import { identityFile } from './backup.ts';
import { CannotBeDone } from './operation.ts';

/** Where the vault and the accounts of a backup go: files of the data folder, or an empty PostgreSQL database. */
export interface PersonsTarget {
  /** @throws CannotBeDone when something is there, before anything is written */
  refuseUnlessEmpty(): Promise<void>;
  restore(source: string): Promise<void>;
}

export const intoFolder = (folder: string, copyWhole: (from: string, to: string) => Promise<void>): PersonsTarget => ({
  // The folder itself is looked at with everything else in it.
  refuseUnlessEmpty: async () => undefined,
  restore: async (source) => {
    await restoreVault(join(folder, 'vault'), backupIn(source));
    await copyWhole(join(source, identityFile), join(folder, identityFile));
  },
});

/** How a Saksi on one machine moves to several. Each part is brought in whole or not at all, and once. */
export const intoPostgres = (url: string): PersonsTarget => ({
  refuseUnlessEmpty: async () => {
    if (await vaultExistsIn(url))
      throw new CannotBeDone('There is a vault in the database of SAKSI_VAULT_URL already; a restore never overwrites data. Name an empty database.');
  },
  restore: async (source) => {
    if (!(await vaultExistsIn(url))) await restoreVaultInto(url, backupIn(source));
    await restoreSecretsInto(url, join(source, identityFile));
  },
});
