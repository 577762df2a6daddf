import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in package.json, which lies above the sources and above what is built of them. */
export const versionOfThisBuild = find(import.meta.dirname);

function find(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
    if (name === 'saksi' && version !== undefined) return version;
  }
  const above = dirname(folder);
  return above === folder ? '0.0.0' : find(above);
}
