import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { askServer } from '../../../apps/api/src/index.ts';
import { built, nodeArguments } from './build.ts';

export interface ServerOptions {
  readonly folder: string;
  /** Settings besides the folder and a free port. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How long it may take to listen before it counts as hanging, ms. Default 120,000. */
  readonly within?: number;
}

/** The built Saksi as a process of its own, which can be killed. */
export class Server {
  /** Everything it printed, on both streams. */
  output = '';
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #folder: string;
  readonly #listening: Promise<string>;

  private constructor(child: ChildProcessWithoutNullStreams, folder: string) {
    this.#process = child;
    this.#folder = folder;
    this.ended = once(child, 'close').then(([code]) => code as number | null);
    child.stderr.on('data', (chunk) => (this.output += String(chunk)));
    this.#listening = new Promise((found, fail) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        this.output += `${line}\n`;
        const url = /"address":"([^"]+)"/.exec(line)?.[1];
        if (url !== undefined) found(url);
      });
      void this.ended.then((code) => fail(new Error(`The server ended with ${code} before it listened:\n${this.output}`)));
    });
    // Whoever kills it before it listens does not ask for its address.
    this.#listening.catch(() => undefined);
  }

  /** Starts a server; resolves at once, not when it listens. */
  static async spawn({ folder, settings = {} }: ServerOptions): Promise<Server> {
    const main = await built('apps/api/src/main.js');
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SAKSI_') && name !== 'NODE_OPTIONS'));
    const child = spawn(process.execPath, [...nodeArguments, main], { env: { ...inherited, SAKSI_DATA: folder, SAKSI_PORT: '0', ...settings } });
    return new Server(child, folder);
  }

  /** Starts a server and waits until it listens. */
  static async start(options: ServerOptions): Promise<Server> {
    const server = await Server.spawn(options);
    await server.url(options.within);
    return server;
  }

  /** Where it listens, once it does. @throws when it ends before, or hangs */
  url(within = 120_000): Promise<string> {
    return orHang(this.#listening, within, () => `The server does not listen:\n${this.output}`);
  }

  /** An operation over its socket, as the command line asks for it; what it told of goes to `item`. */
  async operate(operation: string, args: object = {}, item: (item: unknown) => void = () => undefined): Promise<object> {
    const telling = { progress: () => undefined, item: (each: object) => Promise.resolve(item(each)), signal: new AbortController().signal };
    const result = await askServer(this.#folder, { operation, args, user: 'spec' }, telling);
    if (!result) throw new Error(`No server answered "${operation}":\n${this.output}`);
    return result;
  }

  /** SIGKILL: no chance to tidy up. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
  }

  /** SIGSTOP: its port takes connections, and nobody answers on them, as behind a network that is there and leads nowhere. */
  freeze(): void {
    this.#process.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process.kill('SIGCONT');
  }

  /** SIGTERM, as an operator stops it. Resolves to its exit code. */
  stop(within = 60_000): Promise<number | null> {
    this.#process.kill('SIGTERM');
    return orHang(this.ended, within, () => `The server does not stop:\n${this.output}`);
  }
}

/** Fails instead of waiting for ever; the time is generous, so that it says "hangs" and never "slow". */
export async function orHang<T>(work: Promise<T>, within: number, why: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${why()}\nNothing within ${within} ms.`)), within);
  });
  try {
    return await Promise.race([work, hang]);
  } finally {
    clearTimeout(timer);
  }
}
