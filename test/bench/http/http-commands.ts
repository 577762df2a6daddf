import { alone, median, quantile, type Figure } from '../figure.ts';
import { visibilityLag } from './lag.ts';
import { load, type Load } from './load.ts';
import { profiled, start, stop, usage, type Server } from './servers.ts';
import { perCommand, threadTimes, type Round } from './threads.ts';

export interface HttpOptions {
  readonly rounds: number;
  readonly seconds: number;
  /** Where the main thread's profile goes; absent: none is made. */
  readonly profile?: string;
  /** Whether to tell on stderr what a command costs each thread. */
  readonly threads: boolean;
}

const connections = 64;
/** Both are warm after the same number of commands: V8 compiles what has run often, whatever the time. */
const warmUp = 8_000;

/** Everything that is measured over HTTP: throughput against the least that must be done, latency, lag, memory. */
export async function httpFigures({ rounds, seconds, profile, threads }: HttpOptions): Promise<readonly Figure[]> {
  const [saksi, baseline] = [await start('saksi-server'), await start('baseline-server')];
  try {
    for (const server of [saksi, baseline]) await warm(server);
    const costs: { readonly saksi: Round[]; readonly baseline: Round[] } = { saksi: [], baseline: [] };
    const rates: { readonly saksi: number[]; readonly baseline: number[] } = { saksi: [], baseline: [] };
    for (let round = 0; round < rounds; round++) {
      const run = () => load(saksi.url, saksi.token, { connections, seconds });
      const starts = [saksi, baseline].map(timesOf);
      const ours = await (profile !== undefined && round === 0 ? profiled(saksi, profile, run) : run());
      warn(ours);
      const least = await load(baseline.url, baseline.token, { connections, seconds });
      rates.saksi.push(ours.commands / seconds);
      rates.baseline.push(least.commands / seconds);
      for (const [index, [name, server, { commands }]] of (
        [
          ['saksi', saksi, ours],
          ['baseline', baseline, least],
        ] as const
      ).entries())
        costs[name].push({ commands, before: starts[index] ?? new Map(), after: timesOf(server) });
    }
    if (threads)
      for (const [name, cost] of Object.entries(costs)) {
        process.stderr.write(`${name}, a command: ${perCommand(cost).join(', ')}\n`);
        process.stderr.write(`${name}, commands/s in each round: ${cost.map(({ commands }) => Math.round(commands / seconds)).join(', ')}\n`);
      }
    const { rss } = await usage(saksi);
    const steady = await load(saksi.url, saksi.token, { connections, seconds: seconds * 2, rate: 500 });
    warn(steady);
    const lag = await visibilityLag(saksi.url, saksi.token, { connections, seconds, rate: 500 });
    const [value, base] = [median(rates.saksi), median(rates.baseline)];
    return [
      { name: 'http-commands', value, unit: 'commands/s', baseline: base, ratio: value / base, goal: 'ratio ≥ 0.6' },
      alone('http-latency', quantile(steady.latencies, 0.99), 'ms p99 at 500/s', '≤ 25 ms'),
      alone('lag', quantile(lag, 0.99), 'ms p99 at 500/s', '≤ 100 ms'),
      alone('memory', rss / 2 ** 20, 'MiB resident', '≤ 400 MiB'),
    ];
  } finally {
    stop(saksi);
    stop(baseline);
  }
}

export async function warm({ url, token }: Pick<Server, 'url' | 'token'>, commands = warmUp): Promise<void> {
  for (let done = 0; done < commands;) done += (await load(url, token, { connections, seconds: 1 })).commands;
}

const timesOf = ({ process: { pid = 0 } }: Server) => threadTimes(pid);

/** Refusals would make the figure too good: they are told. */
function warn({ failures, commands }: Load): void {
  const refused = [...failures.values()].reduce((sum, count) => sum + count, 0);
  if (refused > commands / 50) for (const [failure, times] of [...failures].slice(0, 5)) process.stderr.write(`${times} × ${failure}\n`);
}
