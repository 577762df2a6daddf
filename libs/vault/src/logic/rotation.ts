import { VaultRefused } from '../errors.ts';
import { bound, keyFrom, seal } from '../sealing.ts';
import { keyIdOf, type KeyRing, type MasterRow, type Wrapped } from './key-ring.ts';

/** What the first step of a change of master key stores: each key wrapped by the other, so that either opens the vault. */
export interface Bridged {
  readonly old: Pick<MasterRow, 'generation'> & { readonly bridge: Buffer };
  readonly fresh: Pick<MasterRow, 'generation' | 'key_id'> & { readonly root: Buffer; readonly bridge: Buffer; readonly since: number };
}

/**
 * Undefined when this very change has begun before.
 * @throws VaultRefused for a key that was replaced once, and while a change to another key is half-way
 */
export function bridgeTo(newKey: Buffer, now: number, ring: KeyRing, rows: readonly MasterRow[]): Bridged | undefined {
  const id = keyIdOf(newKey);
  const known = rows.find((row) => row.key_id.equals(id));
  if (known && known.replaced !== null) throw new VaultRefused({ why: 'This master key was in use before and was replaced. Make a new one.' });
  if (ring.rotating && known?.generation !== ring.newest) {
    throw new VaultRefused({ why: 'A change of master key is half-way. Repeat it with the same new key, or start with that key: either finishes it.' });
  }
  if (known) return undefined;
  const old = rows.find((row) => row.generation === ring.newest);
  if (!old) throw new Error('The ring and the table of master keys differ.');
  const oldKey = ring.key(ring.newest);
  const wrapping = keyFrom(newKey);
  return {
    old: { generation: old.generation, bridge: seal(oldKey, newKey, bound.bridge(id.toString('hex'))) },
    fresh: {
      generation: ring.newest + 1,
      key_id: id,
      root: seal(wrapping, ring.root, bound.root(id.toString('hex'))),
      bridge: seal(wrapping, oldKey.export(), bound.bridge(old.key_id.toString('hex'))),
      since: now,
    },
  };
}

/** A key, wrapped by the newest master key instead of an older one. @throws VaultRefused when it does not open */
export function rewrap(ring: KeyRing, row: Wrapped, boundTo: string, what: string): Wrapped {
  const key = ring.unwrap(row, boundTo);
  if (!key)
    throw new VaultRefused({
      why: `The ${what} is damaged, so the change of master key stays half-way and both keys open the vault. Run "saksi doctor".`,
    });
  return ring.wrap(key.export(), boundTo);
}
