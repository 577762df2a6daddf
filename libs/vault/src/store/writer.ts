import { join } from 'node:path';
import type { Handlers } from '../link/serve.ts';
import type { KeyRing } from '../logic/key-ring.ts';
import { derive, keyFrom } from '../sealing.ts';
import type { SegmentLimits } from '../search/segment.ts';
import { Segments } from './segments.ts';
import { emptyWal, Erasing, type Erased } from './erasing.ts';
import { ErasureRegister } from './erasure-register.ts';
import { placeHold, releaseHold, type Hold } from './holds.ts';
import { Indexing } from './indexing.ts';
import { Keeping, type Keep } from './keeping.ts';
import { beginKeyRing, readKeyRing } from './masters.ts';
import { openForWriting } from './open-database.ts';
import { Revealing } from './revealing.ts';
import { beginRotation, finishRotation, rewrapSome } from './rotating.ts';
import { each } from './sqlite-errors.ts';
import { Subjects } from './subjects.ts';
import { settle } from './sweeping.ts';

export interface WriterData {
  readonly folder: string;
  readonly masterKey: Uint8Array;
  readonly now: number;
  readonly keysAtHand: number;
  readonly segments: SegmentLimits;
}

/** What the main thread computes by itself, from keys that the worker unwrapped; and what opening had to do. */
export interface WriterReady {
  readonly saltKey: Uint8Array;
  readonly digestKey: Uint8Array;
  /** Erasures of the register that this vault had not done: it was restored, or a crash interrupted them. */
  readonly replayed: number;
  /** Values that were indexed for searching: they were restored. */
  readonly indexed: number;
  /** A change of the master key to the key given is half-way. */
  readonly rewrapping: boolean;
}

export type WriterOps = {
  keep: (input: Keep) => true;
  erase: (input: { readonly subject: string; readonly now: number }) => Erased;
  placeHold: (input: Hold & { readonly now: number }) => void;
  releaseHold: (input: { readonly hold: string; readonly by: string; readonly now: number }) => boolean;
  settle: (input: { readonly absent: readonly number[]; readonly olderThan: number; readonly through: number }) => number;
  rebuildSearch: (input: null) => number;
  beginRotation: (input: { readonly newKey: Uint8Array; readonly now: number }) => void;
  /** From now on, what is new is wrapped by the newest key. */
  adopt: (newKey: Uint8Array) => void;
  rewrapSome: (limit: number) => number;
  finishRotation: (now: number) => void;
  emptyWal: (input: null) => void;
};

/** The one connection that writes vault.db. */
export function openWriter(data: WriterData): { readonly ready: WriterReady; readonly handlers: Handlers<WriterOps>; readonly close: () => void } {
  const masterKey = Buffer.from(data.masterKey);
  const db = openForWriting(join(data.folder, 'vault.db'));
  beginKeyRing(db, masterKey, data.now);
  let ring = readKeyRing(db, masterKey);
  const current = () => ring;
  const segments = new Segments(db, current, data.segments);
  const subjects = new Subjects(db, current, data.keysAtHand);
  const indexing = new Indexing(db, new Revealing(db, current), segments);
  const erasing = new Erasing({ db, subjects, segments, indexing, register: new ErasureRegister(join(data.folder, 'erasure-register')) });
  const replayed = erasing.replayRegister().erased;
  const indexed = indexing.catchUp();
  const keeping = new Keeping(db, subjects, segments, keyFrom(derive(ring.root, 'sameness')));
  const adopt = (next: KeyRing) => {
    ring = next;
  };
  return {
    close: () => db.close(),
    ready: {
      saltKey: derive(ring.root, 'salt'),
      digestKey: derive(ring.root, 'digest'),
      replayed,
      indexed,
      rewrapping: ring.rotating && ring.key(ring.newest).export().equals(masterKey),
    },
    handlers: {
      keep: { together: (inputs) => keeping.together(inputs) },
      erase: each((input) => erasing.erase(input)),
      placeHold: each((input) => placeHold(db, input)),
      releaseHold: each((input) => releaseHold(db, input)),
      settle: each((input) => settle({ db, segments, indexing }, input)),
      rebuildSearch: each(() => indexing.rebuildAll()),
      beginRotation: each(({ newKey, now }) => beginRotation(db, ring, { newKey: Buffer.from(newKey), now })),
      adopt: each((newKey) => adopt(readKeyRing(db, Buffer.from(newKey)))),
      rewrapSome: each((limit) => rewrapSome(db, ring, limit)),
      finishRotation: each((now) => adopt(finishRotation(db, ring, now))),
      emptyWal: each(() => emptyWal(db)),
    },
  };
}
