import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** A list that lies beside the project, and is never part of it; `undefined` where there is none. */
export const realList = (name: string): string | undefined =>
  ['..', '../..'].map((up) => join(root, up, 'shared', 'data', name)).find((path) => existsSync(path));
