import { randomBytes, type KeyObject } from 'node:crypto';
import { VaultDamaged, WrongMasterKey } from '../errors.ts';
import { bound, derive, keyFrom, seal, unseal } from '../sealing.ts';

/** Names a master key without telling anything of it. */
export const keyIdOf = (masterKey: Uint8Array): Buffer => derive(masterKey, 'key-id').subarray(0, 8);

/** A master key as it is stored: what it wraps, and when another took its place. */
export interface MasterRow {
  readonly generation: number;
  readonly key_id: Buffer;
  readonly root: Buffer | null;
  readonly bridge: Buffer | null;
  readonly replaced: number | null;
}

/** A key that is stored wrapped by the master key of one generation. */
export interface Wrapped {
  readonly generation: number;
  readonly wrapped: Buffer;
}

/**
 * The master keys by generation. Outside of a rotation there is one. During a rotation there are two, and each is
 * stored wrapped by the other (the bridge), so that whoever starts the server with either can go on.
 */
export class KeyRing {
  readonly #keys: ReadonlyMap<number, KeyObject>;
  /** The generation that wraps what is new. */
  readonly newest: number;
  /** What every derived key comes from: random, so that it survives every rotation. */
  readonly root: Buffer;

  constructor(keys: ReadonlyMap<number, Buffer>, root: Buffer) {
    this.#keys = new Map([...keys].map(([generation, key]) => [generation, keyFrom(key)]));
    this.root = root;
    this.newest = Math.max(...keys.keys());
  }

  get rotating(): boolean {
    return this.#keys.size > 1;
  }

  knows(generation: number): boolean {
    return this.#keys.has(generation);
  }

  key(generation: number): KeyObject {
    const key = this.#keys.get(generation);
    if (!key)
      throw new VaultDamaged({
        why: `a key is wrapped by master key ${generation}, which is not known any more. Restore the vault and its keys from backups of one day.`,
      });
    return key;
  }

  wrap(key: Uint8Array, to: string): Wrapped {
    return { generation: this.newest, wrapped: seal(this.key(this.newest), key, to) };
  }

  /** The key, or undefined when its bytes were altered or moved. */
  unwrap({ generation, wrapped }: Wrapped, to: string): KeyObject | undefined {
    const key = unseal(this.key(generation), wrapped, to);
    return key && keyFrom(key);
  }
}

/** @throws WrongMasterKey when the key is none of the vault's */
export function keyRingOf(rows: readonly MasterRow[], masterKey: Buffer): KeyRing {
  const mine = keyIdOf(masterKey);
  const own = rows.find((row) => row.key_id.equals(mine));
  if (!own) throw new WrongMasterKey();
  if (own.replaced !== null) throw new WrongMasterKey({ replacedAt: new Date(own.replaced).toISOString() });
  const root = own.root && unseal(keyFrom(masterKey), own.root, bound.root(mine.toString('hex')));
  if (!root) throw new VaultDamaged({ why: 'the secret that its derived keys come from was altered. Restore the vault from a backup.' });
  const keys = new Map([[own.generation, masterKey]]);
  const other = rows.find((row) => row !== own && row.replaced === null);
  if (other) {
    const key = own.bridge && unseal(keyFrom(masterKey), own.bridge, bound.bridge(other.key_id.toString('hex')));
    if (!key) throw new VaultDamaged({ why: 'the half-way state of a change of master key was altered. Restore the vault from a backup.' });
    keys.set(other.generation, key);
  }
  return new KeyRing(keys, root);
}

/** The first start of a vault: its root is drawn and wrapped. */
export function firstMaster(masterKey: Buffer, now: number): Pick<MasterRow, 'generation' | 'key_id'> & { readonly root: Buffer; readonly since: number } {
  const id = keyIdOf(masterKey);
  return { generation: 1, key_id: id, root: seal(keyFrom(masterKey), randomBytes(32), bound.root(id.toString('hex'))), since: now };
}
