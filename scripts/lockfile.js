/*
 * Runs by itself after npm changed node_modules (the script "dependencies" of package.json). It writes into
 * package-lock.json what npm leaves out and `npm ci` needs.
 *
 * 1. npm 11 refuses a lock that lacks an optional package of another platform, and a registry that mirrors only some
 *    platforms makes npm leave those out. They are written from what their parents ask for; without an integrity,
 *    because nobody here has seen their bytes.
 * 2. better-sqlite3 ships its binaries and says `"gypfile": false`. npm 10 asks the lock, not the package, whether to
 *    compile, and npm does not copy the field.
 *
 * With `--check` it changes nothing and fails when something is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const path = join(import.meta.dirname, '../package-lock.json');
const before = readFileSync(path, 'utf8');
const lock = JSON.parse(before);

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

function platformOf(name) {
  const parts = name.split('-');
  const os = systems.find((system) => parts.includes(system));
  const cpu = processors.find((processor) => parts.includes(processor));
  if (!os || !cpu) return undefined;
  return { os: [os], cpu: [cpu], ...(os === 'linux' && { libc: [/musl(eabihf)?$/.test(name) ? 'musl' : 'glibc'] }) };
}

for (const parent of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    const known = Object.keys(lock.packages).some((place) => place.endsWith(`node_modules/${name}`));
    if (known || !platform || !/^\d/.test(version)) continue;
    const { os, cpu, libc } = platform;
    // In the order in which npm writes them, so that npm's next rewriting changes nothing.
    const entry = { version, cpu, ...(parent.dev && { dev: true }), ...(libc && { libc }), license: parent.license, optional: true, os };
    lock.packages[`node_modules/${name}`] = entry;
  }
}
for (const [place, entry] of Object.entries(lock.packages)) if (place.endsWith('node_modules/better-sqlite3')) entry.gypfile = false;

const places = Object.keys(lock.packages).sort((a, b) => a.localeCompare(b, 'en'));
const after = `${JSON.stringify({ ...lock, packages: Object.fromEntries(places.map((place) => [place, lock.packages[place]])) }, null, 2)}\n`;

const same = JSON.stringify(JSON.parse(before)) === JSON.stringify(JSON.parse(after));
if (!process.argv.includes('--check')) {
  if (!same) writeFileSync(path, after);
} else if (!same) {
  console.error('package-lock.json lacks what npm 10 or npm 11 need to install from it. Run `node scripts/lockfile.js` and commit it.');
  process.exitCode = 1;
}
