import { spawn } from 'node:child_process';
import { globSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../../..');

/** The build that is tried: `BUILT_SAKSI` names another than this checkout's, such as that of an image. */
const dist = resolve(root, process.env['BUILT_SAKSI'] ?? 'dist');

/** What was built last, and whether something that is built has changed since. */
function isStale(): boolean {
  const built = statSync(join(dist, '.tsbuildinfo'), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined || !statSync(join(dist, 'apps/api/src/main.js'), { throwIfNoEntry: false })) return true;
  const sources = globSync('{apps,libs}/**/*.ts', { cwd: root, exclude: (path) => path.endsWith('.spec.ts') });
  return sources.some((source) => statSync(join(root, source)).mtimeMs > built);
}

/** One suite builds, others that want the same wait for it. */
async function building(work: () => Promise<void>): Promise<void> {
  const lock = join(root, 'node_modules/.cache/saksi-building');
  mkdirSync(join(lock, '..'), { recursive: true });
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      // Whoever was killed while building has left the lock.
      if (waited > 180_000) rmdirSync(lock);
      await pause(200);
    }
  }
  try {
    await work();
  } finally {
    rmdirSync(lock);
  }
}

const compile = (): Promise<void> =>
  new Promise((done, fail) => {
    const compiler = spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], { cwd: root });
    let said = '';
    compiler.stdout.on('data', (chunk) => (said += String(chunk)));
    compiler.on('error', fail);
    compiler.on('close', (code) => (code === 0 ? done() : fail(new Error(`Saksi does not build:\n${said}`))));
  });

/** Looked at once per process: a server that starts again is the same build. */
let upToDate: Promise<void> | undefined;

/** A file of the build, which is made first when it is not there or older than its sources. */
export async function built(file: string): Promise<string> {
  const ours = process.env['BUILT_SAKSI'] === undefined;
  await (upToDate ??= ours && isStale() ? building(async () => (isStale() ? compile() : undefined)) : Promise.resolve());
  return join(dist, file);
}
