import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Configuration } from '#configuration';
import { copyLog, lockFolder, type Copied, type EventStore, type FolderLock } from '#event-store';
import { adapters } from '../app.module.ts';
import { limitsOf } from '../limits.ts';
import { logFile } from './backup.ts';
import { CannotBeDone } from './operation.ts';
import type { Telling } from './operation.ts';
import { placeOfALog } from './place-of-a-log.ts';

/** A copy waits for a server that is being restarted, instead of giving up. */
const patience = 60_000;

/**
 * Copies a log between a folder and an EventStoreDB, either way. No server may run on
 * either meanwhile; a folder is locked for the time. Personal values are not in a log: the vault moves by itself.
 * @throws CannotBeDone, LogsDiffer, FolderLocked, EventStoreDbUnusable
 */
export async function copy(configuration: Configuration, { from, to }: { readonly from: string; readonly to: string }, telling: Telling): Promise<Copied> {
  const open = new Opening(configuration);
  try {
    const source = await open.log(from, { mustExist: true });
    const target = await open.log(to, { mustExist: false });
    const began = performance.now();
    return await copyLog(source, target, {
      signal: telling.signal,
      progress: (what, events, position, head) =>
        telling.progress({ what, done: Number(position), total: Number(head), rate: Math.round((events * 1_000) / (performance.now() - began)) }),
    });
  } finally {
    await open.close();
  }
}

class Opening {
  readonly #configuration: Configuration;
  readonly #locks = new Map<string, FolderLock>();
  readonly #stores: EventStore[] = [];

  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  async log(place: string, { mustExist }: { readonly mustExist: boolean }): Promise<EventStore> {
    const store = await this.#open(place, mustExist);
    this.#stores.push(store);
    return store;
  }

  async close(): Promise<void> {
    for (const store of this.#stores) await store.close();
    for (const lock of this.#locks.values()) await lock.release();
  }

  async #open(place: string, mustExist: boolean): Promise<EventStore> {
    const { store: limits } = limitsOf(this.#configuration);
    const found = placeOfALog(place, this.#configuration);
    if ('folder' in found) {
      const { folder } = found;
      if (mustExist && !existsSync(join(folder, logFile))) throw new CannotBeDone(`${folder} holds no log.`);
      return adapters.store.sqlite({ configuration: this.#configuration, folder, lock: await this.#locked(folder), limits });
    }
    const configuration = { ...this.#configuration, SAKSI_EVENTSTOREDB_URL: found.url, SAKSI_EVENTSTOREDB_PATIENCE: patience };
    const beside = resolve(configuration.SAKSI_DATA);
    return adapters.store.eventstoredb({ configuration, folder: beside, lock: await this.#locked(beside), limits });
  }

  async #locked(folder: string): Promise<FolderLock> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = this.#locks.get(folder) ?? (await lockFolder(folder));
    this.#locks.set(folder, lock);
    return lock;
  }
}
