import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Clock } from '#kernel';
import type { Disclosures } from '#cqrs';
import { commit, derivedSalt } from './commitment.ts';
import { DisclosureDamaged } from './errors.ts';
import { WorkerLink } from './link/worker-link.ts';
import type { ReaderData, ReaderOps } from './store/reader.ts';
import type { WriterData, WriterOps, WriterReady } from './store/writer.ts';

export interface VaultOptions {
  /** Where vault.db and the erasure register lie; made with mode 0700 when it is not there. */
  readonly folder: string;
  /** 32 bytes, of `loadMasterKey`. */
  readonly masterKey: Uint8Array;
  readonly clock: Clock;
  /** Values that may wait to be kept before `keep` is refused with `VaultUnavailable`. Default 20,000. */
  readonly mostWaiting?: number;
  /** Requests to read that may wait. Default 2,000. */
  readonly mostReading?: number;
  /** Opened keys of persons that the writer keeps at hand, some 300 bytes each. Default 10,000. */
  readonly keysAtHand?: number;
  /** The search index: so many small segments are merged into one. Default 32. */
  readonly segmentFanOut?: number;
  /** The largest search segment in bytes: the most that is decrypted at once. Default 1 MiB. */
  readonly largestSegment?: number;
}

export interface Vault extends Disclosures {
  /** Lets what is under way finish, and closes the files. */
  close(): Promise<void>;
}

/**
 * Opens the vault of personal data, making it at the first start.
 * @throws WrongMasterKey, VaultDamaged with a sentence a person can act on
 */
export async function openVault(options: VaultOptions): Promise<Vault> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const writerData = (): WriterData => ({
    folder: options.folder,
    masterKey: options.masterKey,
    now: options.clock.now(),
    keysAtHand: options.keysAtHand ?? 10_000,
    segments: { fanOut: options.segmentFanOut ?? 32, largest: options.largestSegment ?? 1 << 20 },
  });
  const readerData = (): ReaderData => ({ folder: options.folder, masterKey: options.masterKey });
  const writer = new WorkerLink<WriterOps>({ module: './writer.worker', base: import.meta.url, data: writerData, mostWaiting: options.mostWaiting ?? 20_000 });
  const reader = new WorkerLink<ReaderOps>({ module: './reader.worker', base: import.meta.url, data: readerData, mostWaiting: options.mostReading ?? 2_000 });
  const { saltKey, digestKey } = (await writer.start()) as WriterReady;
  await reader.start();
  return {
    commit: ({ commandId, subject, path, value, salt = derivedSalt(saltKey, commandId, path) }) => ({ commitment: commit({ salt, subject, path, value }), salt }),
    digest: (payload) => createHmac('sha256', digestKey).update(payload).digest(),
    keep: async (disclosures) => {
      if (disclosures.length > 0) await writer.call('keep', { disclosures, now: options.clock.now() }, disclosures.length);
    },
    reveal: async (commitments) => {
      if (commitments.length === 0) return new Map();
      const { revealed, damaged } = await reader.call('reveal', commitments);
      if (damaged.length > 0) throw new DisclosureDamaged({ commitments: damaged });
      return new Map(revealed);
    },
    close: async () => {
      await reader.close();
      await writer.close();
    },
  };
}
