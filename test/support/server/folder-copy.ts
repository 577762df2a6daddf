import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lays out again, elsewhere, what lies in a folder now. */
export function copyOf(folder: string): (other: string) => void {
  const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => {
      const found = statSync(join(folder, path));
      return { path, mode: found.mode & 0o777, bytes: found.isDirectory() ? undefined : readFileSync(join(folder, path)) };
    });
  return (other) => {
    mkdirSync(other, { recursive: true, mode: 0o700 });
    for (const { path, mode, bytes } of kept) {
      if (bytes === undefined) mkdirSync(join(other, path), { mode });
      else writeFileSync(join(other, path), bytes);
      // Whatever mask the process has.
      chmodSync(join(other, path), mode);
    }
  };
}
