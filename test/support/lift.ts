import { globSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Registers every command spec of a context in the file that calls this: one server serves them all. */
export async function lift(context: string): Promise<void> {
  const files = globSync(`libs/${context}/src/features/**/*.spec.ts`, { cwd: root }).sort();
  if (files.length === 0) throw new TypeError(`The context "${context}" has no command specs.`);
  for (const file of files) await import(join(root, file));
}
