import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

const ownExtension = extname(new URL(import.meta.url).pathname);

/** Starts a worker thread: `<name>.worker.ts` from source, `.js` once built. Replaced by specs that kill threads. */
export type StartThread = (name: 'writer' | 'reader' | 'folder-lock' | 'maintenance', options: WorkerOptions) => Worker;

export const startThread: StartThread = (name, options) =>
  new Worker(new URL(`./${name}.worker${ownExtension}`, import.meta.url), { name: `saksi-${name}`, ...options });

/** The file: URL of a module beside this one, for another thread to import. */
export const moduleUrl = (name: string): string => new URL(`./${name}${ownExtension}`, import.meta.url).href;
