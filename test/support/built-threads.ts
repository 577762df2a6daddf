/*
 * A thread that starts from source looks for, strips of their types and links some hundred modules, which is several times
 * what it then does for a spec. So the threads that specs start are the bundle's, whenever that is as new as its sources:
 * after `npm run build`, and always in `npm test`. Otherwise, and where a thread is to import something that the bundle does
 * not have, it starts from source. docs/adr/0106-threads-of-specs-start-from-the-build.md
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkerOptions } from 'node:worker_threads';
import { bundle, isUpToDate } from './server/build.ts';

const root = resolve(import.meta.dirname, '../..');
const ours = pathToFileURL(`${root}/`).href;
// Not imported: whoever imports it after this gets what it is then.
const threads = process.getBuiltinModule('node:worker_threads');
const real: unique symbol = Symbol.for('saksi.threads-from-source');

type Start = typeof threads.Worker & { readonly [real]?: typeof threads.Worker };

/** The same value, with each module of ours that it names as the bundle has it; those that it has not are told of. */
function bundled(value: unknown, missing: string[]): unknown {
  if (typeof value === 'string' && value.startsWith(ours) && value.endsWith('.ts')) {
    const path = join(bundle, fileURLToPath(value).slice(root.length).replace(/\.ts$/, '.js'));
    if (!existsSync(path)) missing.push(value);
    return pathToFileURL(path).href;
  }
  if (Array.isArray(value)) return value.map((each) => bundled(each, missing));
  // A port or a buffer is handed over as what it is.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, bundled(each, missing)]));
}

function startsFrom(url: string | URL, options: WorkerOptions): readonly [string | URL, WorkerOptions] {
  const missing: string[] = [];
  const [module, data] = [String(bundled(String(url), missing)), bundled(options.workerData, missing)];
  if (missing.length > 0 || module === String(url)) return [url, options];
  const execArgv = options.execArgv?.filter((argument) => argument !== '--conditions=source');
  return [new URL(module), { ...options, workerData: data, ...(execArgv && { execArgv }) }];
}

if (isUpToDate()) {
  const known: Start = threads.Worker;
  // Specs that run one after the other in a process each come by here.
  const fromSource = known[real] ?? known;
  class Worker extends fromSource {
    static readonly [real] = fromSource;
    constructor(url: string | URL, options: WorkerOptions = {}) {
      super(...startsFrom(url, options));
    }
  }
  Object.assign(threads, { Worker });
}
