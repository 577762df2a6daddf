import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** What the Dockerfile's build stage copies: nothing else is in the image when it builds. */
const copied = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
  .flatMap((line) => line.split(/\s+/).slice(1, -1));

/** The files of this repository that a file imports, its types too. */
function importsOf(path: string): readonly string[] {
  return ts.preProcessFile(readFileSync(path, 'utf8')).importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith('#')) return [`libs/${fileName.slice(1)}/src/index.ts`];
    // What stands behind a question mark tells Vite what to make of the file.
    return fileName.startsWith('.') ? [join(dirname(path), fileName.replace(/\?.*$/, ''))] : [];
  });
}

/* That it builds, from nothing and with all its checks, is said by dockerfile.packaging.spec.ts. */
describe('what the Dockerfile copies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-image-'));
  const has = (path: string): boolean => existsSync(resolve(folder, path));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    // As .dockerignore leaves them out.
    const shipped = (path: string): boolean => !path.endsWith('.spec.ts');
    for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true, filter: shipped });
  });

  it('imports nothing else, no types either', () => {
    const built = globSync('{apps,libs}/**/*.{ts,tsx}', { cwd: folder }).filter((path) => !/(^|[/-])(contract|testing|bench)\//.test(path));
    expect(built.length).toBeGreaterThan(500);
    const missing = built.flatMap((path) => importsOf(join(folder, path)).flatMap((wanted) => (has(wanted) ? [] : [`${path}: ${wanted}`])));
    expect(missing).toEqual([]);
  });
});
