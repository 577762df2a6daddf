import type { Keep } from './database.ts';
import { lock, sessionKey, unlock } from './session-key.ts';

export interface Remembered {
  readonly value: unknown;
  /** The server's time when it was answered. */
  readonly asOf: number;
}

/** Keeps an answer for when nobody can be asked. */
export async function remember(keep: Keep, question: string, { value, asOf }: Remembered): Promise<void> {
  await keep.put('answers', { secret: await lock(await sessionKey(keep), value), asOf }, question);
}

/** The last answer that this session had. */
export async function remembered(keep: Keep, question: string): Promise<Remembered | undefined> {
  const kept = await keep.get('answers', question);
  const value = kept && (await unlock(await sessionKey(keep), kept.secret));
  return kept && value !== undefined ? { value, asOf: kept.asOf } : undefined;
}
