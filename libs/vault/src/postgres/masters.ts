import { firstMaster, keyRingOf, type KeyRing } from '../logic/key-ring.ts';
import type { Alone, Database } from './tables.ts';

export const masterRows = (db: Database) =>
  db.selectFrom('master').select(['generation', 'key_id', 'root', 'bridge', 'replaced']).orderBy('generation').execute();

/** The first start of a vault: its root is drawn and wrapped, by the node that comes first. */
export async function beginKeyRing(db: Alone, masterKey: Buffer, now: number): Promise<void> {
  if ((await masterRows(db)).length === 0) await db.insertInto('master').values(firstMaster(masterKey, now)).execute();
}

/**
 * The keys as this node knows them. Another node may change the master key at any time: whatever is wrapped by a
 * generation that is not known here yet is looked for in the table of master keys, where either key finds the other.
 */
export class SharedRing {
  #ring: KeyRing;
  #masterKey: Buffer;

  private constructor(ring: KeyRing, masterKey: Buffer) {
    this.#ring = ring;
    this.#masterKey = masterKey;
  }

  /** @throws WrongMasterKey when the key is none of the vault's */
  static async read(db: Database, masterKey: Buffer): Promise<SharedRing> {
    return new SharedRing(keyRingOf(await masterRows(db), masterKey), masterKey);
  }

  get now(): KeyRing {
    return this.#ring;
  }

  /** From here on the vault is opened with this key. */
  async adopt(db: Database, masterKey: Buffer): Promise<void> {
    this.#ring = keyRingOf(await masterRows(db), masterKey);
    this.#masterKey = masterKey;
  }

  /** The ring that knows these generations. */
  async knowing(db: Database, generations: Iterable<number>): Promise<KeyRing> {
    for (const generation of generations) if (!this.#ring.knows(generation)) await this.#readAgain(db);
    return this.#ring;
  }

  /** The ring whose newest key wraps what is new, for a transaction that has the vault alone. */
  async toWrap(db: Alone): Promise<KeyRing> {
    const { newest } = await db
      .selectFrom('master')
      .select((eb) => eb.fn.max<number | null>('generation').as('newest'))
      .executeTakeFirstOrThrow();
    if (newest !== this.#ring.newest) await this.#readAgain(db);
    return this.#ring;
  }

  async #readAgain(db: Database): Promise<void> {
    const rows = await masterRows(db);
    this.#ring = keyRingOf(rows, this.#masterKey);
    // While both keys stand, the newer one is remembered: the older one will be struck out.
    this.#masterKey = this.#ring.key(this.#ring.newest).export();
  }
}
