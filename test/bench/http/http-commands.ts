import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, quantile } from './load.ts';
import type { Load } from './load.ts';

const ownExtension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

interface Server {
  readonly url: string;
  readonly token: string;
  readonly process: ChildProcess;
  readonly folder: string;
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (sent) => resolve(sent as T));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

export async function start(name: 'saksi-server' | 'baseline-server'): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), `saksi-bench-`));
  const child = fork(new URL(`./${name}${ownExtension}`, import.meta.url), [], { env: { ...process.env, SAKSI_DATA: folder }, execArgv: process.execArgv });
  return { ...(await message<{ url: string; token: string }>(child)), process: child, folder };
}

interface Usage {
  /** Resident set, bytes. */
  readonly rss: number;
  /** Processor time since the start, microseconds. */
  readonly cpu: { readonly user: number; readonly system: number };
}

export async function usage({ process: child }: Server): Promise<Usage> {
  const answer = message<Usage>(child);
  child.send('memory');
  return answer;
}

export function stop({ process: child, folder }: Server): void {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
const said = ({ failures }: Load): void => {
  for (const [failure, times] of [...failures].slice(0, 5)) process.stderr.write(`${times} × ${failure}\n`);
};

const [saksi, baseline] = [await start('saksi-server'), await start('baseline-server')];
const rates: { saksi: number[]; baseline: number[] } = { saksi: [], baseline: [] };
await load(saksi.url, saksi.token, { connections: 64, seconds: 3 });
await load(baseline.url, baseline.token, { connections: 64, seconds: 3 });
for (let round = 0; round < 3; round++) {
  for (const [name, server] of [
    ['saksi', saksi],
    ['baseline', baseline],
  ] as const) {
    const before = await usage(server);
    const run = await load(server.url, server.token, { connections: 64, seconds: 5 });
    const after = await usage(server);
    process.stderr.write(
      `${name} ${run.commands / 5}/s, ${((after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / run.commands).toFixed(0)} us cpu/command\n`,
    );
    said(run);
    rates[name].push(run.commands / run.seconds);
  }
}
process.stdout.write(`${JSON.stringify(rates)} ratio ${median(rates.saksi) / median(rates.baseline)} rss ${(await usage(saksi)).rss / 2 ** 20} MiB\n`);
const steady = await load(saksi.url, saksi.token, { connections: 64, seconds: 5, rate: 500 });
said(steady);
process.stdout.write(`steady ${steady.commands / 5}/s p50 ${quantile(steady.latencies, 0.5)} p99 ${quantile(steady.latencies, 0.99)}\n`);
stop(saksi);
stop(baseline);
