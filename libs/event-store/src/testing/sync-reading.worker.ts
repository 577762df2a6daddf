import { parentPort, workerData } from 'node:worker_threads';
import type { SyncReader, WorkerReader, WorkerReaderModule } from '../port.ts';

/** A thread like the projector's: it finds its reader by the capability and answers questions about the log. */
const { module, options } = workerData as WorkerReader;
const adapter = (await import(module)) as WorkerReaderModule;
const reader: SyncReader = adapter.open(options);

parentPort?.on('message', ({ from, limit, types }: { from: bigint; limit: number; types?: readonly string[] }) => {
  parentPort?.postMessage({
    events: reader.readAllSync(from, limit, types),
    look: reader.lookSync(from, limit, types),
    texts: reader.lookTextsSync(from, limit),
    head: reader.head(),
  });
});
