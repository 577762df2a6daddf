import { readdirSync, readFileSync } from 'node:fs';
import { median } from '../figure.ts';

/** What each thread of a process has worked so far, µs, by name and number. Empty where there is no /proc. */
export type ThreadTimes = ReadonlyMap<string, number>;

export function threadTimes(pid: number): ThreadTimes {
  const times = new Map<string, number>();
  for (const thread of threadsOf(pid)) {
    try {
      const name = readFileSync(`/proc/${pid}/task/${thread}/comm`, 'utf8').trim();
      const [worked = '0'] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
      times.set(`${name} ${Number(thread) - pid}`, Number(worked) / 1_000);
    } catch {
      // It has ended meanwhile.
    }
  }
  return times;
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** What one round cost: its commands, and the threads' times before and after it. */
export interface Round {
  readonly commands: number;
  readonly before: ThreadTimes;
  readonly after: ThreadTimes;
}

/** Processor time of one command by thread, the median of the rounds, dearest first; what is below 2 µs is left out. */
export function perCommand(rounds: readonly Round[]): readonly string[] {
  const names = new Set(rounds.flatMap(({ after }) => [...after.keys()]));
  return [...names]
    .map((name) => ({ name, micros: median(rounds.map(({ commands, before, after }) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) / commands)) }))
    .filter(({ micros }) => micros >= 2)
    .sort((a, b) => b.micros - a.micros)
    .map(({ name, micros }) => `${name}: ${micros.toFixed(0)} µs`);
}
