/*
 * Makes the web app from what `tsc` has built: the API's description, the client's types from it, the types of the app
 * against them (so that a changed address breaks the build, not the user), and the files that the API serves. What is
 * up to date is not made again. `--client`: only the client's types. `--unchecked`: the app's types are not looked at.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { clientOf } from './web/client.js';
import { readsOf } from './web/reads.js';
import { signingOf } from './web/signing.js';

const root = join(import.meta.dirname, '..');
const described = join(root, 'dist/openapi.json');
const generated = join(root, 'apps/web/src/shared/api/generated');
const out = join(root, 'dist/apps/web');

const age = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (age(described) <= age(join(root, 'dist/.tsbuildinfo'))) run('dist/apps/api/src/describe.js', described);

const description = JSON.parse(readFileSync(described, 'utf8'));
mkdirSync(generated, { recursive: true });
for (const [file, text] of [
  ['operations.ts', await clientOf(description)],
  ['signing.ts', signingOf(description)],
  ['reads.ts', readsOf(description)],
]) {
  const path = join(generated, file);
  // Written only when it says something else: what was built from it stays valid.
  if (age(path) === 0 || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}
if (process.argv.includes('--client')) process.exit(0);

// Also when the app is up to date: it may have been made unchecked.
if (!process.argv.includes('--unchecked')) run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'apps/web/tsconfig.json');

const sources = globSync(['apps/web/**/*.{ts,tsx,js,css,json,html,svg,webmanifest}', 'package-lock.json', 'scripts/web.js'], { cwd: root });
const built = age(join(out, 'index.html'));
if (sources.every((source) => source.endsWith('.spec.ts') || age(join(root, source)) < built)) process.exit(0);

run('node_modules/vite/bin/vite.js', 'build', 'apps/web', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn');

for (const file of globSync('**/*.{js,css,html,svg,json,webmanifest}', { cwd: out })) {
  const path = join(out, file);
  const bytes = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}
// Which file needs which others, for whoever asks how much a first load is: it is not served.
renameSync(join(out, '.vite/manifest.json'), join(root, 'dist/web-manifest.json'));
rmSync(join(out, '.vite'), { recursive: true, force: true });
