import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { onceMore } from '#postgres';
import type { AsyncHandlers, AsyncServed } from '../link/serve-async.ts';
import { derive, keyFrom } from '../sealing.ts';
import { ErasureRegister } from '../store/erasure-register.ts';
import type { ReaderOps } from '../store/reader.ts';
import type { WriterData, WriterOps, WriterReady } from '../store/writer.ts';
import { alone } from './alone.ts';
import { Checking, counts } from './checking.ts';
import { Erasing, erasedChannel } from './erasing.ts';
import { translated } from './failing.ts';
import { dueForErasure, placeHold, releaseHold, standingHolds } from './holds.ts';
import { Indexing } from './indexing.ts';
import { Keeping } from './keeping.ts';
import { beginKeyRing, SharedRing } from './masters.ts';
import { openTables } from './open-tables.ts';
import { Revealing } from './revealing.ts';
import { beginRotation, finishRotation, rewrapSome } from './rotating.ts';
import { Searching } from './searching.ts';
import { Segments } from './segments.ts';
import { lastSettled, settle, unsettled } from './sweeping.ts';
import type { Alone, VaultPostgres } from './tables.ts';

export interface PostgresVaultData extends WriterData {
  readonly url: string;
  /** Bytes of the search index that this node keeps in memory, still sealed. */
  readonly indexAtHand: number;
}

export type PostgresOps = WriterOps & ReaderOps;

/** The vault in PostgreSQL, as one node's worker serves it. */
export async function openPostgresVault(data: PostgresVaultData): Promise<AsyncServed<PostgresOps>> {
  const postgres = await openTables(data.url);
  try {
    return await serveTables(postgres, data);
  } catch (error) {
    await postgres.close();
    throw translated(error, postgres.place);
  }
}

async function serveTables(postgres: VaultPostgres, data: PostgresVaultData): Promise<AsyncServed<PostgresOps>> {
  const { db, place } = postgres;
  const masterKey = Buffer.from(data.masterKey);
  await alone(db, (transaction) => beginKeyRing(transaction, masterKey, data.now));
  const ring = await SharedRing.read(db, masterKey);
  const { root } = ring.now;
  const sameKey = keyFrom(derive(root, 'sameness'));
  const segments = new Segments(data.segments);
  const revealing = new Revealing(ring);
  const indexing = new Indexing(revealing, segments);
  const erasing = new Erasing({ postgres, ring, segments, indexing, register: new ErasureRegister(join(data.folder, 'erasure-register')) });
  const keeping = new Keeping({ postgres, ring, segments, sameKey });
  const searching = new Searching(ring, sameKey, data.indexAtHand);
  const checking = new Checking(ring, revealing);
  const replayed = (await erasing.replayRegister()).erased;
  const indexed = await alone(db, async (transaction) => indexing.catchUp(transaction, await ring.toWrap(transaction)));
  const following = postgres.follow({ channel: erasedChannel, heard: () => void erasing.learn().catch(() => undefined), connected: () => erasing.learn() });

  /** Everything here may be done twice, so it survives that PostgreSQL was restarted. */
  const each = <Input, Result>(work: (input: Input) => Promise<Result>) => ({
    each: async (input: Input): Promise<Result> => {
      try {
        return await onceMore(() => work(input));
      } catch (error) {
        throw translated(error, place);
      }
    },
  });
  const changing = <Input, Result>(work: (transaction: Alone, input: Input) => Promise<Result>) =>
    each((input: Input) => alone(db, (transaction) => work(transaction, input)));

  const handlers: AsyncHandlers<PostgresOps> = {
    keep: { together: (inputs) => keeping.together(inputs) },
    erase: each((input) => erasing.erase(input)),
    placeHold: changing(placeHold),
    releaseHold: changing(releaseHold),
    settle: changing(async (transaction, input) => settle(transaction, await ring.toWrap(transaction), { segments, indexing }, input)),
    rebuildSearch: changing(async (transaction) => indexing.rebuildAll(transaction, await ring.toWrap(transaction))),
    beginRotation: changing(async (transaction, { newKey, now }) =>
      beginRotation(transaction, await ring.toWrap(transaction), { newKey: Buffer.from(newKey), now }),
    ),
    adopt: each((newKey) => ring.adopt(db, Buffer.from(newKey))),
    rewrapSome: changing(async (transaction, limit) => rewrapSome(transaction, await ring.toWrap(transaction), limit)),
    finishRotation: each(async (now) => {
      await alone(db, async (transaction) => finishRotation(transaction, await ring.toWrap(transaction), now));
      await ring.adopt(db, ring.now.key(ring.now.newest).export());
      await postgres.maintain('vacuum subject_key, segment, master');
    }),
    emptyWal: each(() => postgres.maintain('vacuum subject_key, segment')),
    reveal: each((commitments) => revealing.reveal(db, commitments)),
    search: each((input) => searching.search(db, input)),
    same: each(({ kind, value, limit }) => searching.same(db, kind, value, limit)),
    holds: each((subject) => standingHolds(db, subject)),
    due: each((input) => dueForErasure(db, input)),
    unsettled: each((input) => unsettled(db, input)),
    lastSettled: each((limit) => lastSettled(db, limit)),
    check: each((step) => checking.check(db, step)),
    counts: each(() => counts(db, ring)),
  };
  return {
    ready: {
      saltKey: derive(root, 'salt'),
      digestKey: derive(root, 'digest'),
      replayed,
      indexed,
      rewrapping: ring.now.rotating && isDeepStrictEqual(ring.now.key(ring.now.newest).export(), masterKey),
    } satisfies WriterReady,
    handlers,
    close: async () => {
      await following.close();
      await postgres.close();
    },
  };
}
