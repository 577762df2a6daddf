import { join } from 'node:path';
import type { Handlers } from '../link/serve.ts';
import { openDurable } from '../store/open-database.ts';
import { each } from '../store/sqlite-errors.ts';
import { Spooling, spoolSchema, type CoalescedRead, type SpooledRead, type SpoolLimits } from './spooling.ts';

export interface SpoolData extends SpoolLimits {
  readonly folder: string;
}

export type SpoolOps = {
  record: (read: SpooledRead) => boolean;
  drain: (input: { readonly before: number; readonly limit: number }) => readonly CoalescedRead[];
  drained: (ids: readonly string[]) => void;
  held: (input: null) => number;
};

export function openSpool({ folder, ...limits }: SpoolData): { readonly ready: true; readonly handlers: Handlers<SpoolOps>; readonly close: () => void } {
  const db = openDurable(join(folder, 'spool.db'), { layout: 1, schema: spoolSchema });
  const spooling = new Spooling(db, limits);
  return {
    ready: true,
    close: () => db.close(),
    handlers: {
      record: { together: (reads) => spooling.record(reads) },
      drain: each((input) => spooling.drain(input)),
      drained: each((ids) => spooling.drained(ids)),
      held: each(() => spooling.held),
    },
  };
}
