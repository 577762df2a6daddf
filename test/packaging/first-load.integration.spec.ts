import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = resolve(import.meta.dirname, '../../dist');

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

function manifest(): Readonly<Record<string, Chunk>> {
  const path = join(dist, 'web-manifest.json');
  if (!existsSync(path)) throw new Error('The web app is not built: npm run build');
  return JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, Chunk>>;
}

/** Everything that these need, each once. */
function filesOf(chunks: Readonly<Record<string, Chunk>>, names: readonly string[], found = new Set<string>()): ReadonlySet<string> {
  for (const name of names) {
    const chunk = chunks[name];
    if (!chunk) throw new Error(`The build knows no ${name}.`);
    if (found.has(chunk.file)) continue;
    found.add(chunk.file);
    for (const style of chunk.css ?? []) found.add(style);
    filesOf(chunks, chunk.imports ?? [], found);
  }
  return found;
}

const packed = (file: string): number => gzipSync(readFileSync(join(dist, 'apps/web', file)), { level: 9 }).length;

describe('the first load of the web app, script and style, gzip', () => {
  const parts = Object.keys(manifest()).filter((name) => /^src\/app\/[^/]+\/routes\.tsx$/.test(name));

  it('is split by role', () => expect(parts).toContain('src/app/guard/routes.tsx'));

  it.each(parts)('of %s is at most 200 kB', (part) => {
    const chunks = manifest();
    const language = Object.keys(chunks).filter((name) => name.includes('virtual:words/id'));
    const files = filesOf(chunks, ['index.html', 'style.css', 'src/app/main.tsx', part, ...language]);
    const bytes = [...files].reduce((sum, file) => sum + packed(file), 0);
    console.log(`${part}: ${(bytes / 1000).toFixed(1)} kB in ${files.size} files`);
    expect(language).toHaveLength(1);
    expect(bytes).toBeLessThanOrEqual(200_000);
  });
});
