import cliProgress from 'cli-progress';
import type { Progress, Telling } from '../../api/src/index.ts';

/** Progress and results on a terminal: a bar on standard error when it is one, results on standard output. */
export function tellTerminal(item: (item: object) => string = (each) => JSON.stringify(each)): Telling & { done(): void } {
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  let bar: cliProgress.SingleBar | undefined;
  let what = '';
  const progress = (of: Progress): void => {
    if (!process.stderr.isTTY) return;
    if (!bar || what !== of.what) {
      bar?.stop();
      what = of.what;
      bar = new cliProgress.SingleBar({ format: '{what} {bar} {percentage}% {value}/{total} {rate}', stream: process.stderr, hideCursor: true }, cliProgress.Presets.shades_classic);
      bar.start(of.total, of.done, { what, rate: '' });
    }
    bar.setTotal(of.total);
    bar.update(of.done, { what, rate: of.rate === undefined ? '' : `${of.rate}/s` });
  };
  return {
    progress,
    item: (each) => new Promise((resolve) => process.stdout.write(`${item(each)}\n`, () => resolve())),
    signal: ending.signal,
    done: () => bar?.stop(),
  };
}
