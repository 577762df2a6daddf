import { join } from 'node:path';
import { derive } from '../sealing.ts';
import type { Handlers } from '../link/serve.ts';
import { Segments, type SegmentLimits } from '../search/segments.ts';
import { Keeping, type Keep } from './keeping.ts';
import { beginKeyRing, readKeyRing } from './key-ring.ts';
import { openForWriting } from './open-database.ts';
import { Subjects } from './subjects.ts';

export interface WriterData {
  readonly folder: string;
  readonly masterKey: Uint8Array;
  readonly now: number;
  readonly keysAtHand: number;
  readonly segments: SegmentLimits;
}

/** What the main thread computes by itself, from keys that the worker unwrapped. */
export interface WriterReady {
  readonly saltKey: Uint8Array;
  readonly digestKey: Uint8Array;
}

export type WriterOps = {
  keep: (input: Keep) => true;
};

/** The one connection that writes vault.db. */
export function openWriter(data: WriterData): { readonly ready: WriterReady; readonly handlers: Handlers<WriterOps> } {
  const masterKey = Buffer.from(data.masterKey);
  const db = openForWriting(join(data.folder, 'vault.db'));
  beginKeyRing(db, masterKey, data.now);
  const ring = readKeyRing(db, masterKey);
  const segments = new Segments(db, () => ring, data.segments);
  const subjects = new Subjects(db, () => ring, data.keysAtHand);
  const keeping = new Keeping(db, subjects, segments, derive(ring.root, 'sameness'));
  return {
    ready: { saltKey: derive(ring.root, 'salt'), digestKey: derive(ring.root, 'digest') },
    handlers: { keep: { together: (inputs) => keeping.together(inputs) } },
  };
}
