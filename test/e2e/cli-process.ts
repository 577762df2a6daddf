import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { userInfo } from 'node:os';
import { built, nodeArguments } from '../support/server/build.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Given {
  readonly data: string;
  readonly input?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Largest file it may write, in blocks of 512 bytes; the kernel stops whoever writes more. */
  readonly largestFile?: number;
}

/** Who is recorded as the actor of what the command line does here. */
export const operator = `os:${userInfo().username}`;

/** The built `saksi` as a process of its own. */
export async function start(args: readonly string[], { data, settings = {}, largestFile }: Given): Promise<ChildProcessWithoutNullStreams> {
  const main = await built('apps/cli/src/main.js');
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SAKSI_') && name !== 'NODE_OPTIONS'));
  const env = { ...inherited, SAKSI_DATA: data, SAKSI_PORT: '0', ...settings };
  if (largestFile === undefined) return spawn(process.execPath, [...nodeArguments, main, ...args], { env });
  return spawn('sh', ['-c', `ulimit -c 0; ulimit -f ${largestFile}; exec "$@"`, 'sh', process.execPath, ...nodeArguments, main, ...args], { env });
}

/** Runs `saksi` to its end. */
export async function saksi(args: readonly string[], given: Given): Promise<Ended> {
  const child = await start(args, given);
  const ended = once(child, 'close');
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  child.stdin.end(given.input ?? '');
  const [code] = (await ended) as [number | null];
  return { code, out, err };
}

/** What a person reads when it could not be done: exit code 1, one sentence or more, no stack. */
export function expectRefusal({ code, out, err }: Ended, sentence: string | RegExp): void {
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/^\s+at /m);
}
