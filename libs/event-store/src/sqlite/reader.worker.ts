import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './failures.ts';
import { openForReading } from './log-file.ts';
import { LogQueries } from './log-queries.ts';
import type { ReadAnswer, ReadRequest, ToReader } from './messages.ts';
import type { ReaderOptions } from './options.ts';
import { packRows } from './packing.ts';

/** Answers with more bytes leave at once. */
const smallBytes = 16 << 10;

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

  const attempt = (request: ReadRequest): ReadAnswer => {
    try {
      return answer(request);
    } catch (error) {
      opened?.close();
      opened = undefined;
      return { kind: 'failed', why: failureOf(error, options.file).why };
    }
  };

  port.on('message', (requests: ToReader) => {
    if (requests === 'close') {
      opened?.close();
      return port.close();
    }
    let answers: ReadAnswer[] = [];
    let bytes = 0;
    const post = (): void => {
      // Moving a buffer to another thread costs more than copying a small one.
      const moved = bytes > smallBytes ? answers.flatMap((each) => (each.kind === 'batch' ? [each.batch.table.buffer, each.batch.bytes.buffer] : [])) : [];
      port.postMessage(answers, moved);
      [answers, bytes] = [[], 0];
    };
    for (const request of requests) {
      const answered = attempt(request);
      answers.push(answered);
      // A long read is not held back for those behind it, nor are they for it.
      if (answered.kind === 'batch' && (bytes += answered.batch.bytes.byteLength) > smallBytes) post();
    }
    if (answers.length > 0) post();
  });
}

run(workerData as ReaderOptions);
