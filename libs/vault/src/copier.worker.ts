import { serve } from './link/serve.ts';
import { backUp, restore, type BackedUp, type BackupPlaces } from './store/backing-up.ts';
import { each } from './store/sqlite-errors.ts';

export type CopierOps = {
  backUp: (input: { readonly file: string; readonly places: BackupPlaces }) => BackedUp;
  restore: (input: { readonly file: string; readonly places: BackupPlaces }) => BackedUp;
};

serve<CopierOps>(() => ({ ready: true, close: () => undefined, handlers: { backUp: each(backUp), restore: each(restore) } }));
