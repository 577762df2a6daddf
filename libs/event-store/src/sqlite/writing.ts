import { dirname, join } from 'node:path';
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { failureOf } from './failures.ts';
import type { openForWriting } from './log-file.ts';
import { LogWriter } from './log-writer.ts';
import type { AppendsMessage, WriterMessage } from './messages.ts';
import type { WriterOptions } from './options.ts';
import { unpackAppends, type UnpackedAppend } from './packing.ts';
import { Reserve } from './reserve.ts';

/** The writing thread: everything that has arrived while a commit was under way goes into the next one. */
export function writeFrom(port: MessagePort, options: WriterOptions, open: typeof openForWriting): void {
  const tell = (message: WriterMessage): void => port.postMessage(message);
  const stop = (message: WriterMessage): void => {
    tell(message);
    port.close();
  };

  let opened: { readonly db: ReturnType<typeof openForWriting>; readonly writer: LogWriter };
  try {
    const db = open(options.file, options.maxLogBytes);
    opened = { db, writer: new LogWriter(db, new Reserve(join(dirname(options.file), 'reserve'), options.reserveBytes)) };
  } catch (error) {
    const failure = failureOf(error, options.file);
    return stop({ kind: 'failed', why: failure.why, failure });
  }
  const { db, writer } = opened;

  const gather = (first: AppendsMessage): { appends: UnpackedAppend[]; last: boolean } => {
    const appends = [...unpackAppends(first)];
    let events = appends.reduce((sum, append) => sum + append.events.length, 0);
    while (events < options.commitEvents) {
      const next: { message: AppendsMessage | 'close' } | undefined = receiveMessageOnPort(port);
      if (!next) break;
      if (next.message === 'close') return { appends, last: true };
      for (const append of unpackAppends(next.message)) events += appends.push(append) && append.events.length;
    }
    return { appends, last: false };
  };

  const close = (): void => {
    db.close();
    port.close();
  };

  port.on('message', (message: AppendsMessage | 'close') => {
    if (message === 'close') return close();
    const { appends, last } = gather(message);
    try {
      const answers = writer.commit(appends);
      tell({ kind: 'answers', answers, head: writer.head });
      if (writer.broken !== undefined) return stop({ kind: 'failed', why: writer.broken });
    } catch (error) {
      return stop({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
    if (last) close();
  });
  tell({ kind: 'ready', head: writer.head });
}
