import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one spec; its name is short, as a server's socket lies in it. */
export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-fault-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
