/*
 * `npm run build`: the server and the command line, and then, from what they say of themselves, the web app. When nothing
 * has changed since the last time it ends at once: every `npm start`, `npm run demo` and `npm run saksi` begins with it.
 * `--client`: only the client's types. `--unchecked`: makes the same files without looking for mistakes of types, for who
 * looks for them beside it; what was made so counts as not built yet.
 */
import { spawnSync } from 'node:child_process';
import { globSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist/.built');
const begun = new Date();

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Folders too: a file that was taken away changes its folder. What the build itself generates is not among the sources. */
const sources = () =>
  globSync(['{apps,libs}/**', 'test/bench/**', 'scripts/**', 'tsconfig*.json', 'package*.json'], {
    cwd: root,
    exclude: (path) => /(^|[\\/])(node_modules|generated)$/.test(path),
  });

const options = process.argv.slice(2);
const [clientOnly, unchecked] = ['--client', '--unchecked'].map((option) => options.includes(option));

const last = changedAt(stamp);
if (last > 0 && !clientOnly && sources().every((path) => changedAt(join(root, path)) < last)) process.exit(0);

for (const args of [
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', ...(unchecked ? ['--noCheck'] : [])],
  ...(clientOnly ? [] : [['scripts/bundle.js']]),
  ['scripts/web.js', ...options],
]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
// The compiler leaves it as it is when only the times of sources have changed, which to the tests are sources to build.
utimesSync(join(root, 'dist/.tsbuildinfo'), begun, begun);

// As of when it began: what was changed meanwhile is built the next time.
if (options.length === 0) {
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
}
