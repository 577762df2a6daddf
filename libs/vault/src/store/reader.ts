import { join } from 'node:path';
import type { Handlers } from '../link/serve.ts';
import { readKeyRing } from './key-ring.ts';
import { openForReading } from './open-database.ts';
import { Revealing } from './revealing.ts';

export interface ReaderData {
  readonly folder: string;
  readonly masterKey: Uint8Array;
}

export type ReaderOps = {
  reveal: (commitments: readonly string[]) => ReturnType<Revealing['reveal']>;
};

/** The connection that only reads vault.db: what is revealed, searched and checked. */
export function openReader(data: ReaderData): { readonly ready: true; readonly handlers: Handlers<ReaderOps> } {
  const db = openForReading(join(data.folder, 'vault.db'));
  const ring = readKeyRing(db, Buffer.from(data.masterKey));
  const revealing = new Revealing(db, () => ring);
  return { ready: true, handlers: { reveal: { each: (commitments) => revealing.reveal(commitments) } } };
}
