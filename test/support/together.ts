import { join } from 'node:path';

declare global {
  /** Path of a bundle → the specs of this suite that it runs: set by test/suites/files.js. */
  var bundles: Readonly<Record<string, readonly string[]>> | undefined;
}

const root = join(import.meta.dirname, '..', '..');

/** The specs that the suite has for this bundle. */
export const specsOf = (bundle: string): readonly string[] => globalThis.bundles?.[bundle] ?? [];

/**
 * Registers these specs in the file that calls this, each in a block named after its own file. Loading modules is most
 * of what a small spec costs: so it is paid once for all of them. What a spec says at its top level (`beforeEach`, say)
 * stays within its block; a spec that cannot be loaded is a failed test of its own.
 */
export async function together(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) throw new TypeError('There are no specs to run together.');
  if (listening) throw new TypeError('Specs that run together run no others together: theirs would be lost.');
  for (const path of paths) {
    const said = await overheard(() => import(join(root, path)));
    describe(path, () => said.forEach((say) => say()));
  }
}

type Say = (...words: readonly unknown[]) => unknown;
type Registers = Say & { readonly each?: (...table: readonly unknown[]) => Say };

let listening = false;

/** Loads a spec, and returns what it says at its top level instead of doing it. */
async function overheard(load: () => Promise<unknown>): Promise<readonly (() => unknown)[]> {
  const said: (() => unknown)[] = [];
  const overhear = (real: Registers): Registers => {
    const later =
      (say: Say) =>
      (...words: readonly unknown[]) =>
        void said.push(() => say(...words));
    return Object.assign(later(real), { each: (...table: readonly unknown[]) => later((...words) => real.each?.(...table)(...words)) });
  };
  listening = true;
  const real = { describe, it, test, beforeAll, beforeEach, afterAll, afterEach };
  Object.assign(globalThis, Object.fromEntries(Object.entries(real).map(([name, registers]) => [name, overhear(registers as Registers)])));
  try {
    await load();
    return said;
  } catch (error) {
    return [() => it('can be loaded', () => Promise.reject(error instanceof Error ? error : new Error(String(error))))];
  } finally {
    listening = false;
    Object.assign(globalThis, real);
  }
}
