import { VaultRefused } from './errors.ts';
import { WorkerLink } from './link/worker-link.ts';
import type { PostgresOps, PostgresVaultData } from './postgres/open.ts';
import type { OpenStorage } from './storage.ts';

export interface PostgresStorageOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Bytes of the search index that this node keeps in memory, still sealed. Default 256 MiB: some 5 million names. */
  readonly indexAtHand?: number;
}

/** A PostgreSQL database that several nodes share; one worker of this node talks to it. */
export const postgresStorage =
  ({ url, indexAtHand = 1 << 28 }: PostgresStorageOptions): OpenStorage =>
  ({ folder, masterKey, now, keysAtHand, segments, mostWaiting, mostReading }) => {
    const data = (): PostgresVaultData => ({ url, indexAtHand, folder, masterKey: masterKey(), now: now(), keysAtHand, segments });
    const link = new WorkerLink<PostgresOps>({ module: './postgres.worker', base: import.meta.url, data, mostWaiting: mostWaiting + mostReading });
    return {
      writer: link,
      reader: link,
      backupTo: () => Promise.reject(new VaultRefused({ why: 'This vault lies in PostgreSQL: back it up with pg_dump, after the log (docs/operations.md).' })),
    };
  };
