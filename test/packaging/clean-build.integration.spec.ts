import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What the Dockerfile's build stage copies: nothing else is in the image when it builds. */
const copied = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
  .flatMap((line) => line.split(/\s+/).slice(1, -1));

describe('what the Dockerfile copies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-image-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('builds, without specs and tests', () => {
    // As .dockerignore leaves them out.
    const shipped = (path: string): boolean => !path.endsWith('.spec.ts');
    for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true, filter: shipped });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const { status, stdout } = spawnSync(process.execPath, ['scripts/build.js'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, '']);
    for (const entry of ['dist/bundle/apps/api/src/main.js', 'dist/bundle/apps/cli/src/main.js', 'dist/apps/web/index.html'])
      expect(existsSync(join(folder, entry))).toBe(true);
  }, 300_000);
});
