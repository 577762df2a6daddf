import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server in a process of its own, so that its processor time and its memory are its own. */
export interface Server {
  readonly url: string;
  readonly token: string;
  readonly process: ChildProcess;
  readonly folder: string;
}

export interface Usage {
  /** Resident set, bytes. */
  readonly rss: number;
  /** Processor time since the start, microseconds. */
  readonly cpu: { readonly user: number; readonly system: number };
}

/** From the bundle, as the image starts it: what else is loaded counts in the memory. */
const programs = new URL('../../../bundle/test/bench/http/', import.meta.url);

/** As the container image starts it: what it gives Node, and where malloc keeps itself small. */
function asInTheImage(): { readonly execArgv: string[]; readonly arenas: string } {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  const [, flags] = /^CMD \["node", (.*)"dist/m.exec(dockerfile) ?? [];
  const [, arenas] = /MALLOC_ARENA_MAX=(\d+)/.exec(dockerfile) ?? [];
  if (flags === undefined || arenas === undefined) throw new Error('The Dockerfile no longer says how the server is started.');
  return { execArgv: [...flags.matchAll(/"(--[^"]+)"/g)].map(([, flag = '']) => flag), arenas };
}

/** `settings`: besides the folder, such as where the log is. */
export async function start(name: 'saksi-server' | 'baseline-server', settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-bench-'));
  const { execArgv, arenas } = asInTheImage();
  const env = { ...process.env, SAKSI_DATA: folder, MALLOC_ARENA_MAX: arenas, ...settings };
  const child = fork(new URL(`./${name}.js`, programs), [], { execArgv, env });
  return { ...(await message<{ url: string; token: string }>(child)), process: child, folder };
}

export async function usage({ process: child }: Server): Promise<Usage> {
  const answer = message<Usage>(child);
  child.send('memory');
  return answer;
}

/** Runs something while the server's main thread is profiled; the profile opens in any Chromium. */
export async function profiled<T>({ process: child }: Server, file: string, work: () => Promise<T>): Promise<T> {
  child.send('profile');
  const done = await work();
  const written = message<string>(child);
  child.send({ profileTo: file });
  await written;
  return done;
}

export function stop({ process: child, folder }: Server): void {
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`The server ended with ${code}.`));
    child.once('exit', ended);
    child.once('message', (sent) => {
      child.off('exit', ended);
      resolve(sent as T);
    });
  });
}
