import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruiseHouse, cruiseRepository, root, type Cruise } from './support/house.ts';
import { loads, reach } from './support/reach.ts';
import { notErasable } from './support/erasable.ts';

const isWorker = (path: string): boolean => path.endsWith('.worker.ts');
const isShipped = (path: string): boolean => !/\.spec\.ts$|\/contract\/|\/src\/testing\/|^libs\/testing\//.test(path);
const sqlite = /(^|node_modules\/)better-sqlite3/;

/** Ways from what the main thread loads (front doors and apps) to better-sqlite3. */
function sqliteOnMainThread(house: Cruise): readonly string[] {
  const arrows = loads(house);
  const starts = [...arrows.keys()].filter(
    (path) => isShipped(path) && !isWorker(path) && (/^libs\/[^/]+\/src\/index\.ts$/.test(path) || path.startsWith('apps/')),
  );
  const ways = starts.flatMap((start) => [...reach(arrows, start)].filter(([module]) => sqlite.test(module)).map(([, way]) => way.slice(-2).join(' → ')));
  return [...new Set(ways)];
}

const house = cruiseRepository();
const workers = house.modules.map(({ source }) => source).filter((path) => isWorker(path) && isShipped(path));

describe('SQLite', () => {
  it('is loaded in workers', () => {
    const arrows = loads(house);
    expect(workers.filter((worker) => [...reach(arrows, worker).keys()].some((module) => sqlite.test(module))).length).toBeGreaterThan(0);
  });

  it('is loaded on no main thread', () => expect(sqliteOnMainThread(house)).toEqual([]));

  const open = "import Database from 'better-sqlite3';\nexport const open = () => new Database(':memory:');\n";

  it('would be found behind a front door', () =>
    expect(sqliteOnMainThread(cruiseHouse({ 'libs/vault/src/index.ts': "export * from './open.ts';\n", 'libs/vault/src/open.ts': open }))).toHaveLength(1));

  it('may be behind a worker, and its types anywhere', () => {
    const files = {
      'libs/vault/src/index.ts': "export type * from './options.ts';\nexport const worker = new URL('./vault.worker.ts', import.meta.url);\n",
      'libs/vault/src/options.ts': "import type Database from 'better-sqlite3';\nexport type Options = Database.Options;\n",
      'libs/vault/src/vault.worker.ts': "import { open } from './open.ts';\nopen();\n",
      'libs/vault/src/open.ts': open,
    };
    expect(sqliteOnMainThread(cruiseHouse(files))).toEqual([]);
  });
});

describe('what workers and projections load', () => {
  // Projections are imported by the projector's worker from their own modules.
  const starts = house.modules.map(({ source }) => source).filter((path) => (isWorker(path) || path.endsWith('.projection.ts')) && isShipped(path));

  it.each(starts)('%s runs unbuilt', (start) => {
    const modules = [...reach(loads(house), start).keys()].filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));
    expect(modules.flatMap((path) => notErasable(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it.each([
    ['a decorator', '@Injectable() class A {}'],
    ['an enum', 'enum A { B }'],
    ['a namespace', 'namespace A { export const b = 1; }'],
    ['a parameter property', 'class A { constructor(readonly b: string) {} }'],
    ['an import or export by =', "import a = require('a');"],
  ])('would be refused for %s', (what, text) => expect(notErasable('a.ts', text)).toEqual([`a.ts:1 ${what}`]));

  it('may declare what is erased', () =>
    expect(notErasable('a.ts', 'declare enum A { B } declare namespace C { type D = 1 } class E { readonly f: string = "" }')).toEqual([]));
});
