import { request } from '../api/http.ts';
import type { Keep } from './keep/database.ts';
import { isFull } from './keep/room.ts';

/** The key that what waits is sealed to: fetched once, while the server is there. @throws Refused, Unreachable the first time */
export async function serverKeyOf(keep: Keep): Promise<string> {
  const known = await keep.get('facts', 'server-key');
  if (typeof known === 'string') return known;
  const { body } = await request('/api/identity/sealing-key');
  const { publicKey } = body as { publicKey: string };
  await keep.put('facts', publicKey, 'server-key').catch((error: unknown) => {
    // It can be fetched again.
    if (!isFull(error)) throw error;
  });
  return publicKey;
}
