import { join } from 'node:path';
import { WorkerLink } from './link/worker-link.ts';
import type { CopierOps } from './copier.worker.ts';
import type { ImporterOps } from './importer.worker.ts';
import type { BackedUp, BackupPlaces } from './store/backing-up.ts';

/** As `restoreVault`, into an empty database: how a vault moves from a file to PostgreSQL. @throws VaultUnopenable besides */
export async function restoreVaultInto(url: string, places: BackupPlaces): Promise<BackedUp> {
  const link = new WorkerLink<ImporterOps>({ module: './importer.worker', base: import.meta.url, data: () => undefined, mostWaiting: 1 });
  try {
    return await link.call('importBackup', { url, places });
  } finally {
    await link.close();
  }
}

async function copier<T>(work: (link: WorkerLink<CopierOps>) => Promise<T>): Promise<T> {
  const link = new WorkerLink<CopierOps>({ module: './copier.worker', base: import.meta.url, data: () => undefined, mostWaiting: 1 });
  try {
    return await work(link);
  } finally {
    await link.close();
  }
}

/** The names of the two files of a backup that lies in one folder. */
export const backupIn = (folder: string): BackupPlaces => ({ values: join(folder, 'vault-values.db'), keys: join(folder, 'vault-keys.db') });

export const backUpVault = (folder: string, places: BackupPlaces): Promise<BackedUp> =>
  copier((link) => link.call('backUp', { file: join(folder, 'vault.db'), places }));

/**
 * Makes the vault of `folder` out of a backup; there must be none. An erasure register that lies in the folder (or is
 * copied there before the vault is opened) takes back whatever was erased after the backup.
 * @throws VaultRefused, VaultDamaged
 */
export const restoreVault = (folder: string, places: BackupPlaces): Promise<BackedUp> =>
  copier((link) => link.call('restore', { file: join(folder, 'vault.db'), places }));
