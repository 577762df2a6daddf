import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Clock, Instant, PersonalKind } from '#kernel';
import type { Disclosure, Disclosures } from '#cqrs';
import { checkWhole, type IntegrityReport } from './check-integrity.ts';
import { commit, derivedSalt } from './commitment.ts';
import { DisclosureDamaged } from './errors.ts';
import { keyFrom } from './sealing.ts';
import { finishRewrapping, rotate, type RotationOptions } from './rotate-master-key.ts';
import type { BackedUp, BackupPlaces } from './store/backing-up.ts';
import type { VaultCounts } from './store/checking.ts';
import type { Erased } from './store/erasing.ts';
import type { Due, Hold, StandingHold } from './store/holds.ts';
import type { Found, SearchResult } from './store/searching.ts';
import type { WriterReady } from './store/writer.ts';
import { sqliteStorage } from './sqlite-storage.ts';
import type { OpenStorage } from './storage.ts';
import { sweep, type FindInLog, type Swept } from './sweep.ts';

export interface VaultOptions {
  /** Where the erasure register lies, and vault.db if the rows lie there; made with mode 0700 when it is not there. */
  readonly folder: string;
  /** Where the rows lie. Default: vault.db in the folder. */
  readonly storage?: OpenStorage;
  /** 32 bytes, of `loadMasterKey`. */
  readonly masterKey: Uint8Array;
  readonly clock: Clock;
  /** Values that may wait to be kept before `keep` is refused with `VaultUnavailable`; a photo is as many as its thousands of characters. Default 20,000. */
  readonly mostWaiting?: number;
  /** Requests to read that may wait. Default 2,000. */
  readonly mostReading?: number;
  /** Opened keys of persons that the writer keeps at hand, some 900 bytes each. Default 4,000. */
  readonly keysAtHand?: number;
  /** The search index: so many small segments are merged into one. Default 32. */
  readonly segmentFanOut?: number;
  /** The largest search segment in bytes: the most that is decrypted at once. Default 1 MiB. */
  readonly largestSegment?: number;
  /** The most persons that a search finds when it names no limit of its own. Default 50. */
  readonly searchLimit?: number;
  /** The most persons that a search may be restricted to. Default 10,000. */
  readonly amongMost?: number;
  /** Younger disclosures are never swept, ms. Default 7 days, and never less. */
  readonly sweepAge?: number;
}

export interface SearchRequest {
  readonly kind: PersonalKind;
  /**
   * Names, numbers and contacts are found by the first letters of their words, notes by whole words; of several, all
   * must be there. Case, accents and punctuation make no difference.
   */
  readonly text: string;
  readonly limit?: number;
  /** Only among these subjects: those of a post, for a guard. */
  readonly among?: readonly string[];
}

export interface VaultStatus extends VaultCounts {
  /** Values that wait to be kept. */
  readonly waiting: number;
  /** What opening had to do: erasures replayed from the register, values indexed after a restore. */
  readonly atOpening: { readonly replayed: number; readonly indexed: number };
}

/** Personal data: what is kept, found, held and erased. Implements `Disclosures` for commands and queries. */
export interface Vault extends Disclosures {
  search(request: SearchRequest): Promise<SearchResult>;
  /** Who else has this value, however it is spelled: candidates for `merge-subjects`. At most 100. Notes are never compared. */
  findSame(kind: PersonalKind, value: string): Promise<readonly Found[]>;
  /**
   * Destroys the person's key, values, the notes that concern them and their search entries, in every file including
   * the write-ahead log. Durable when it resolves; once begun, a crash or a restore finishes it. Doing it again does nothing.
   * @throws SubjectHeld
   */
  erase(subject: string): Promise<Erased>;
  /** The same hold again changes nothing. */
  placeHold(hold: Hold): Promise<void>;
  /** False when no such hold stands. */
  releaseHold(release: { readonly hold: string; readonly by: string }): Promise<boolean>;
  holdsOn(subject: string): Promise<readonly StandingHold[]>;
  /** Persons of whom nothing was kept since `before` and whom no hold protects, by subject; default 500 a page. */
  dueForErasure(before: Instant, page?: { readonly after?: string; readonly limit?: number }): Promise<readonly Due[]>;
  /**
   * Deletes disclosures older than `olderThan` that no event names, as `findInLog` has proven: their command was refused or
   * never finished. Each is asked about once.
   * @throws VaultRefused when `olderThan` is less than `sweepAge` ago, or when it seems to be the log of another vault
   */
  sweepUnused(olderThan: Instant, findInLog: FindInLog): Promise<Swept>;
  /** Wraps every key by another master key. Either key opens the vault until it is done; then only the new one. */
  rotateMasterKey(newKey: Uint8Array, options?: RotationOptions): Promise<void>;
  /** Two files, consistent, while the vault is in use; `backupIn(folder)` names them. The erasure register is in neither. */
  backupTo(places: BackupPlaces): Promise<BackedUp>;
  /** Opens everything, or every `every`-th value, and tells what was altered or damaged. */
  checkIntegrity(options?: { readonly every?: number }): Promise<IntegrityReport>;
  /** Builds the search index again from the values. Resolves to how many were indexed. */
  rebuildSearch(): Promise<number>;
  status(): Promise<VaultStatus>;
  /** Lets what is under way finish, and closes the files. */
  close(): Promise<void>;
}

const weightOf = (disclosures: readonly Disclosure[]): number => disclosures.reduce((weight, { value }) => weight + Math.ceil((value.length + 1) / 1_000), 0);

/**
 * Opens the vault of personal data, making it at the first start. Before it resolves, the erasure register is replayed
 * and restored values are searchable.
 * @throws WrongMasterKey, VaultDamaged, VaultUnopenable with a sentence a person can act on
 */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const { folder, clock } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let { masterKey } = options;
  const storage = (options.storage ?? sqliteStorage)({
    folder,
    masterKey: () => masterKey,
    now: () => clock.now(),
    keysAtHand: options.keysAtHand ?? 4_000,
    segments: { fanOut: options.segmentFanOut ?? 32, largest: options.largestSegment ?? 1 << 20 },
    mostWaiting: options.mostWaiting ?? 20_000,
    mostReading: options.mostReading ?? 2_000,
  });
  const { writer, reader } = storage;
  const ready = (await writer.start()) as WriterReady;
  const [saltKey, digestKey] = [keyFrom(ready.saltKey), keyFrom(ready.digestKey)];
  const rewrapping = ready.rewrapping ? finishRewrapping(writer, clock) : Promise.resolve();
  // It stays half-way and both keys go on opening the vault; status and doctor tell.
  rewrapping.catch(() => undefined);

  return {
    commit: ({ commandId, subject, path, value, salt = derivedSalt(saltKey, commandId, path) }) => ({
      commitment: commit({ salt, subject, path, value }),
      salt,
    }),
    digest: (payload) => createHmac('sha256', digestKey).update(payload).digest(),
    keep: async (disclosures) => {
      if (disclosures.length > 0) await writer.call('keep', { disclosures, now: clock.now() }, weightOf(disclosures));
    },
    reveal: async (commitments) => {
      if (commitments.length === 0) return new Map();
      const { revealed, damaged } = await reader.call('reveal', commitments);
      if (damaged.length > 0) throw new DisclosureDamaged({ commitments: damaged });
      return new Map(revealed);
    },
    search: ({ kind, text, limit, among }) =>
      reader.call('search', { kind, text, limit: limit ?? options.searchLimit ?? 50, amongMost: options.amongMost ?? 10_000, ...(among && { among }) }),
    findSame: (kind, value) => reader.call('same', { kind, value, limit: 100 }),
    erase: (subject) => writer.call('erase', { subject, now: clock.now() }),
    placeHold: (hold) => writer.call('placeHold', { ...hold, now: clock.now() }),
    releaseHold: (release) => writer.call('releaseHold', { ...release, now: clock.now() }),
    holdsOn: (subject) => reader.call('holds', subject),
    dueForErasure: (before, { after = '', limit = 500 } = {}) => reader.call('due', { before, after, limit }),
    sweepUnused: (olderThan, findInLog) => sweep({ writer, reader, clock, youngest: options.sweepAge }, olderThan, findInLog),
    rotateMasterKey: async (newKey, rotation) => {
      await rewrapping.catch(() => undefined);
      await rotate({ writer, reader, clock }, newKey, {
        ...rotation,
        persist: async () => {
          await rotation?.persist?.();
          masterKey = newKey;
        },
      });
    },
    backupTo: (places) => storage.backupTo(places),
    checkIntegrity: (check) => checkWhole(reader, check?.every ?? 1),
    rebuildSearch: () => writer.call('rebuildSearch', null),
    status: async () => ({ ...(await reader.call('counts', null)), waiting: writer.weight, atOpening: { replayed: ready.replayed, indexed: ready.indexed } }),
    close: async () => {
      await reader.close();
      await writer.close();
    },
  };
}
