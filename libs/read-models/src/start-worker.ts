import { Worker, type Transferable } from 'node:worker_threads';

const fromSource = import.meta.url.endsWith('.ts');

/** Starts a thread of this lib, from its source or from the build, whichever this file is. `module` without its extension. */
export function startWorker(module: string, workerData: unknown, transferList: readonly Transferable[] = []): Worker {
  const url = new URL(`${module}${fromSource ? '.ts' : '.js'}`, import.meta.url);
  return new Worker(url, {
    workerData,
    transferList: [...transferList],
    ...(fromSource && { execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning'] }),
  });
}
