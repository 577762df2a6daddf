import { utf8 } from '../entry/bytes.ts';
import type { Keep } from './database.ts';
import type { Secret } from './secret.ts';

/** The key of this session; made when somebody has signed in, and never to leave the browser. */
export async function sessionKey(keep: Keep): Promise<CryptoKey> {
  const known = await keep.get('keys', 'session');
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const tx = keep.transaction('keys', 'readwrite');
  const kept = await tx.store.get('session');
  if (!kept) await tx.store.put(made, 'session');
  await tx.done;
  return kept ?? made;
}

/** Signing out: nobody reads any more what was kept; what waits is still carried, sealed to the server. */
export async function destroySessionKey(keep: Keep): Promise<void> {
  const tx = keep.transaction(['keys', 'answers', 'facts'], 'readwrite', { durability: 'strict' });
  await Promise.all([tx.objectStore('keys').clear(), tx.objectStore('answers').clear(), tx.objectStore('facts').delete('account'), tx.done]);
}

export async function lock(key: CryptoKey, value: unknown): Promise<Secret> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(JSON.stringify(value))) };
}

/** Undefined for what another session kept: its key is gone. */
export async function unlock(key: CryptoKey, { iv, data }: Secret): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data))) as unknown;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}
