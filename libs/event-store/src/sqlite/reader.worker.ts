import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './failures.ts';
import { openForReading } from './log-file.ts';
import { LogQueries } from './log-queries.ts';
import type { ReadAnswer, ReadRequest } from './messages.ts';
import type { ReaderOptions } from './options.ts';
import { packRows } from './packing.ts';

/** A reading thread: one answer a request, in order. The log is opened at the first request and again after a failure. */
function run(options: ReaderOptions): void {
  const port = parentPort;
  if (!port) throw new Error('The reading thread was started outside of a worker.');
  let opened: { readonly close: () => void; readonly queries: LogQueries } | undefined;

  const queries = (): LogQueries => {
    if (!opened) {
      const db = openForReading(options.file);
      opened = { close: () => db.close(), queries: new LogQueries(db, options) };
    }
    return opened.queries;
  };

  const answer = (request: ReadRequest): ReadAnswer => {
    if (request.kind === 'receipt') return { kind: 'receipt', receipt: queries().receipt(request.command) };
    return { kind: 'batch', batch: packRows(request.kind === 'all' ? queries().all(request) : queries().stream(request), queries()) };
  };

  port.on('message', (request: ReadRequest | 'close') => {
    if (request === 'close') {
      opened?.close();
      return port.close();
    }
    try {
      const answered = answer(request);
      port.postMessage(answered, answered.kind === 'batch' ? [answered.batch.table.buffer, answered.batch.bytes.buffer] : []);
    } catch (error) {
      opened?.close();
      opened = undefined;
      port.postMessage({ kind: 'failed', why: failureOf(error, options.file).why } satisfies ReadAnswer);
    }
  });
}

run(workerData as ReaderOptions);
