import cliProgress from 'cli-progress';
import type { Progress, Telling } from '../../api/src/operations/operation.ts';

interface TerminalOptions {
  readonly item?: (item: object) => string;
  /** Ctrl-C ends it in order, as a result; else it ends the command, as usual. */
  readonly endsAtInterrupt?: boolean;
}

/** Progress and results on a terminal: a bar on standard error when it is one, results on standard output. */
export function tellTerminal({ item = (each) => JSON.stringify(each), endsAtInterrupt = false }: TerminalOptions = {}): Telling & { done(): void } {
  const ending = new AbortController();
  if (endsAtInterrupt) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  process.stdout.once('error', () => ending.abort());
  let bar: cliProgress.SingleBar | undefined;
  let what = '';
  const progress = (of: Progress): void => {
    if (!process.stderr.isTTY) return;
    if (!bar || what !== of.what) {
      bar?.stop();
      what = of.what;
      bar = new cliProgress.SingleBar(
        { format: '{what} {bar} {percentage}% {value}/{total} {rate}', stream: process.stderr, hideCursor: true },
        cliProgress.Presets.shades_classic,
      );
      bar.start(of.total, of.done, { what, rate: '' });
    }
    bar.setTotal(of.total);
    bar.update(of.done, { what, rate: of.rate === undefined ? '' : `${of.rate}/s` });
  };
  return {
    progress,
    // Resolves when it is written, so that a slow reader slows down who tells.
    item: (each) => new Promise((resolve) => process.stdout.write(`${item(each)}\n`, () => resolve())),
    signal: ending.signal,
    done: () => bar?.stop(),
  };
}
