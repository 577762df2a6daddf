import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support/house.ts';
import { filesIn, read } from './support/slices.ts';

interface NestProject {
  readonly type: string;
  readonly root: string;
  readonly sourceRoot: string;
  readonly entryFile: string;
  readonly compilerOptions: { readonly tsConfigPath: string };
}
const nest = JSON.parse(read('nest-cli.json')) as { readonly monorepo: boolean; readonly projects: Readonly<Record<string, NestProject>> };
const folders = (of: string): readonly string[] =>
  readdirSync(join(root, of), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [`${of}/${entry.name}`] : []));

describe('nest-cli.json', () => {
  it('names every app and lib, and no other', () => {
    expect(nest.monorepo).toBe(true);
    // The web app is built by Vite, not by Nest.
    const expected = [...folders('apps').filter((path) => path !== 'apps/web'), ...folders('libs')];
    expect(
      Object.values(nest.projects)
        .map((project) => project.root)
        .sort(),
    ).toEqual(expected.sort());
  });

  it.each(Object.entries(nest.projects))('%s has its entry and its configuration', (name, { type, sourceRoot, entryFile, compilerOptions, root: folder }) => {
    expect(folder.endsWith(`/${name}`)).toBe(true);
    expect(type).toBe(folder.startsWith('apps/') ? 'application' : 'library');
    expect(filesIn(`${sourceRoot}/${entryFile}.ts`)).toHaveLength(1);
    expect(filesIn(compilerOptions.tsConfigPath)).toHaveLength(1);
  });
});

describe('package-lock.json', () => {
  it('installs with npm 10 and npm 11', () => {
    const run = spawnSync(process.execPath, [join(root, 'scripts/lockfile.js'), '--check'], { encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([0, '']);
  });

  it('names no registry', () => expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/));
});

describe('package.json', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Readonly<
    Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
  >;

  it('asks for exact versions', () =>
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]));

  it('brings the Node that its scripts run on', () => expect(devDependencies['node']).toMatch(/^24\./));
});
