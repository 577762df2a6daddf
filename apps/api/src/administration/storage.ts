import { readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { storageParts, type StorageOf, type StoragePart } from './bodies.ts';

function partOf(name: string): StoragePart {
  if (name.startsWith('log.')) return 'log';
  if (name.startsWith('identity.')) return 'accounts';
  if (name === 'vault' || name === 'reserve') return name;
  return name === 'read-models' ? 'views' : 'other';
}

/** What lies in a folder, bytes; a file that goes away while it is counted counts nothing. */
function bytesIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.size ?? 0;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}

/** How much each part of the data takes, and how much is left on its disk. */
export function storageOf(folder: string): { readonly parts: StorageOf[]; readonly freeBytes: number } {
  const sums = new Map<StoragePart, number>(storageParts.map((part) => [part, 0]));
  for (const name of readdirSync(folder)) sums.set(partOf(name), (sums.get(partOf(name)) ?? 0) + bytesIn(join(folder, name)));
  const { bavail, bsize } = statfsSync(folder);
  return { parts: [...sums].map(([part, bytes]) => ({ part, bytes })), freeBytes: bavail * bsize };
}
