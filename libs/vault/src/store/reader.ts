import { join } from 'node:path';
import type { Handlers } from '../link/serve.ts';
import type { PersonalKind } from '#kernel';
import { derive, keyFrom } from '../sealing.ts';
import { Checking, counts, type Checked, type CheckStep, type VaultCounts } from './checking.ts';
import { dueForErasure, standingHolds, type Due, type StandingHold } from './holds.ts';
import { readKeyRing } from './masters.ts';
import { openForReading } from './open-database.ts';
import { Revealing } from './revealing.ts';
import { Searching, type Found, type Search, type SearchResult } from './searching.ts';
import { each } from './sqlite-errors.ts';
import { lastSettled, unsettled, type Unsettled } from './sweeping.ts';

export interface ReaderData {
  readonly folder: string;
  readonly masterKey: Uint8Array;
}

export type ReaderOps = {
  reveal: (commitments: readonly string[]) => ReturnType<Revealing['reveal']>;
  search: (input: Search) => SearchResult;
  same: (input: { readonly kind: PersonalKind; readonly value: string; readonly limit: number }) => readonly Found[];
  holds: (subject: string) => readonly StandingHold[];
  due: (input: { readonly before: number; readonly after: string; readonly limit: number }) => readonly Due[];
  unsettled: (input: { readonly olderThan: number; readonly limit: number }) => readonly Unsettled[];
  lastSettled: (limit: number) => readonly string[];
  check: (step: CheckStep) => Checked;
  counts: (input: null) => VaultCounts;
  /** Knows this master key too, before anything is wrapped by it. */
  adopt: (newKey: Uint8Array) => void;
};

/** The connection that only reads vault.db: what is revealed, searched and checked. */
export function openReader(data: ReaderData): { readonly ready: true; readonly handlers: Handlers<ReaderOps>; readonly close: () => void } {
  const db = openForReading(join(data.folder, 'vault.db'));
  let ring = readKeyRing(db, Buffer.from(data.masterKey));
  const revealing = new Revealing(db, () => ring);
  const searching = new Searching(db, () => ring, keyFrom(derive(ring.root, 'sameness')));
  const checking = new Checking(db, () => ring, revealing);
  return {
    close: () => db.close(),
    ready: true,
    handlers: {
      reveal: each((commitments) => revealing.reveal(commitments)),
      search: each((input) => searching.search(input)),
      same: each(({ kind, value, limit }) => searching.same(kind, value, limit)),
      holds: each((subject) => standingHolds(db, subject)),
      due: each((input) => dueForErasure(db, input)),
      unsettled: each((input) => unsettled(db, input)),
      lastSettled: each((limit) => lastSettled(db, limit)),
      check: each((step) => checking.check(step)),
      counts: each(() => counts(db, ring)),
      adopt: each((newKey) => {
        ring = readKeyRing(db, Buffer.from(newKey));
      }),
    },
  };
}
