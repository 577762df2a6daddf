import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');

/** What dependency-cruiser says of one house. */
export interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string; readonly dependencyTypes: readonly string[] }[];
  }[];
  readonly summary: { readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[] };
}

/** Runs the standing rules over the apps and libs under `house`. In a process of its own: it loads its own TypeScript. */
function cruise(house: string, folders: readonly string[]): Cruise {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const run = spawnSync(process.execPath, [program, '--no-cache', '--config', join(root, '.dependency-cruiser.js'), '--output-type', 'json', ...folders], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not answer: ${run.stderr}`);
  return JSON.parse(run.stdout) as Cruise;
}

let ours: Cruise | undefined;

/** What is said of the repository itself, for every spec that asks. */
export const cruiseRepository = (): Cruise => (ours ??= cruise(root, ['apps', 'libs']));

/** Builds a small house in a temporary folder, cruises it and takes it away again. */
export function cruiseHouse(files: Readonly<Record<string, string>>): Cruise {
  const house = mkdtempSync(join(tmpdir(), 'saksi-house-'));
  try {
    const all = {
      'package.json': JSON.stringify({
        type: 'module',
        dependencies: { 'better-sqlite3': '*' },
        devDependencies: { prettier: '*' },
        imports: { '#*': './libs/*/src/index.ts' },
      }),
      'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', verbatimModuleSyntax: true, paths: { '#*': ['./libs/*/src/index.ts'] } } }),
      ...files,
    };
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    return cruise(
      house,
      ['apps', 'libs', 'test'].filter((folder) => Object.keys(all).some((path) => path.startsWith(`${folder}/`))),
    );
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}
