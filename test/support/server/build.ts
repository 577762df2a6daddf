import { spawn } from 'node:child_process';
import { globSync, mkdirSync, rmdirSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../../..');

/** The build that is tried: `BUILT_SAKSI` names another than this checkout's, such as that of an image. */
const dist = resolve(root, process.env['BUILT_SAKSI'] ?? 'dist');

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Where programs and threads start from. */
export const bundle = join(dist, 'bundle');

/** What was built last, and whether something that is built has changed since. */
function isStale(): boolean {
  const built = changedAt(join(dist, '.tsbuildinfo'));
  if (built === 0 || changedAt(join(dist, 'bundle/apps/api/src/main.js')) < built) return true;
  // The web app is none of it: its client is generated after the server, from what that says of itself.
  const sources = globSync('{apps,libs}/**/*.ts', { cwd: root, exclude: (path) => path.endsWith('.spec.ts') || /^apps[\\/]web$/.test(path) });
  return sources.some((source) => statSync(join(root, source)).mtimeMs > built);
}

const isOurs = process.env['BUILT_SAKSI'] === undefined;

/** Whether there is a build of this checkout as it is now. */
export const isUpToDate = (): boolean => isOurs && !isStale();

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

const run = (...args: string[]): Promise<void> =>
  new Promise((done, fail) => {
    const tool = spawn(process.execPath, args, { cwd: root });
    let said = '';
    const hear = (chunk: unknown): void => void (said += String(chunk));
    tool.stdout.on('data', hear);
    tool.stderr.on('data', hear);
    tool.on('error', fail);
    tool.on('close', (code) => (code === 0 ? done() : fail(new Error(`Saksi does not build:\n${said}`))));
  });

async function compile(): Promise<void> {
  const begun = new Date();
  await run(join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json');
  // When only the times of sources have changed, it writes nothing: without this every suite would build again.
  utimesSync(join(dist, '.tsbuildinfo'), begun, begun);
  await run(join(root, 'scripts/bundle.js'));
}

/** Looked at once per process: a server that starts again is the same build. */
let upToDate: Promise<void> | undefined;

/**
 * How Node starts programs in the tests. They start and end more than a hundred times, and collect garbage while they do:
 * with a young generation that is not small at first, a start takes an eighth less processor time.
 */
export const nodeArguments: readonly string[] = ['--min-semi-space-size=16'];

/** A program as it is started, by its path in the bundle; it is built first when it is not there or older than its sources. */
export async function built(file: string): Promise<string> {
  await (upToDate ??= isOurs && isStale() ? building(async () => (isStale() ? compile() : undefined)) : Promise.resolve());
  return join(bundle, file);
}
