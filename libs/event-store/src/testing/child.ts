import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of its own that runs `<name>.child.ts` beside this file; its lines of output are what it says. */
export class Child {
  readonly process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string, undefined>;

  constructor(name: string, args: readonly string[], as: { uid?: number; gid?: number } = {}) {
    const file = fileURLToPath(new URL(`./${name}.child.ts`, import.meta.url));
    this.process = spawn(process.execPath, ['--conditions=source', '--disable-warning=ExperimentalWarning', file, ...args], {
      ...as,
      env: { PATH: process.env['PATH'] ?? '' },
    });
    this.process.stderr.pipe(process.stderr);
    this.#lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  /** The next line; undefined when it has said everything. */
  async line(): Promise<string | undefined> {
    return (await this.#lines.next()).value;
  }

  async kill(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }
}
