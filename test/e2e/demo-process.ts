import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { askServer } from '../../apps/api/src/index.ts';
import { built, nodeArguments } from '../support/server/build.ts';
import type { LoggedEvent } from '../support/server/log.ts';
import { orHang } from '../support/server/server.ts';

export interface DemoOptions {
  readonly arguments?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
}

/** `saksi demo` of the built command line, as a process of its own. */
export class Demo {
  output = '';
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;
  #look: () => void = () => undefined;

  private constructor(child: ChildProcess) {
    this.#process = child;
    this.ended = once(child, 'close').then(([code]) => code as number | null);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        this.output += String(chunk);
        this.#look();
      });
  }

  static async start({ arguments: given = [], settings = {} }: DemoOptions): Promise<Demo> {
    const main = await built('apps/cli/src/main.js');
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SAKSI_') && name !== 'NODE_OPTIONS'));
    return new Demo(spawn(process.execPath, [...nodeArguments, main, 'demo', ...given], { env: { ...inherited, SAKSI_PORT: '0', ...settings } }));
  }

  /** Waits until it has said so. @throws when it ends before, or hangs */
  async said(what: RegExp, within = 240_000): Promise<RegExpExecArray> {
    const found = new Promise<RegExpExecArray>((resolve, reject) => {
      this.#look = () => {
        const match = what.exec(this.output);
        if (match) resolve(match);
      };
      this.#look();
      void this.ended.then((code) => reject(new Error(`The demonstration ended with ${code} before it said ${what}:\n${this.output}`)));
    });
    return orHang(found, within, () => `The demonstration does not say ${what}:\n${this.output}`);
  }

  /** Where it is served, once it is. */
  async url(): Promise<string> {
    await this.said(/Ctrl-C\. \/ Stop/);
    return /demonstration: (http:\S+)/.exec(this.output)?.[1] ?? '';
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
  }

  /** Ctrl-C. */
  stop(within = 60_000): Promise<number | null> {
    this.#process.kill('SIGINT');
    return orHang(this.ended, within, () => `The demonstration does not stop:\n${this.output}`);
  }
}

/** The log of a running demonstration, as `saksi events` exports it. */
export async function exported(folder: string): Promise<readonly (LoggedEvent & { readonly demonstration?: true })[]> {
  const events: LoggedEvent[] = [];
  const telling = { progress: () => undefined, item: async (event: object) => void events.push(event as LoggedEvent), signal: new AbortController().signal };
  await askServer(folder, { operation: 'events', args: {}, user: 'spec' }, telling);
  return events;
}

/** How many events of each type. */
export const countsOf = (events: readonly LoggedEvent[]): Readonly<Record<string, number>> =>
  events.reduce<Record<string, number>>((counts, { type }) => ({ ...counts, [type]: (counts[type] ?? 0) + 1 }), {});
