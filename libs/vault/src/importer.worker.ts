import { serveAsync } from './link/serve-async.ts';
import { importBackup } from './postgres/importing.ts';
import type { BackedUp, BackupPlaces } from './store/backing-up.ts';

export type ImporterOps = {
  importBackup: (input: { readonly url: string; readonly places: BackupPlaces }) => BackedUp;
};

await serveAsync<ImporterOps>(async () => ({ ready: true, close: () => Promise.resolve(), handlers: { importBackup: { each: importBackup } } }));
