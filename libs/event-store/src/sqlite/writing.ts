import { dirname, join } from 'node:path';
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { failureOf } from './failures.ts';
import { checkpointed, type openForWriting } from './log-file.ts';
import { LogWriter } from './log-writer.ts';
import type { ToWriter, WriterMessage } from './messages.ts';
import type { WriterData } from './options.ts';
import { unpackAppends, type UnpackedAppend } from './packing.ts';
import { Reserve } from './reserve.ts';
import { Wakeful } from './wakeful.ts';

/** The writing thread: everything that has arrived while a commit was under way goes into the next one. */
export function writeFrom(port: MessagePort, options: WriterData, open: typeof openForWriting): void {
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

  /** What waits by now, up to the size of a commit; `last`: nothing comes after it. */
  const gather = (): { appends: UnpackedAppend[]; last: boolean } => {
    const appends: UnpackedAppend[] = [];
    for (let events = 0; events < options.commitEvents;) {
      const next: { message: ToWriter } | undefined = receiveMessageOnPort(port);
      if (!next) break;
      if (next.message === 'close') return { appends, last: true };
      if (next.message === 'settle') {
        settle(db);
        continue;
      }
      for (const append of unpackAppends(next.message)) events += appends.push(append) && append.events.length;
    }
    return { appends, last: false };
  };

  tell({ kind: 'ready', head: writer.head });
  // The thread waits for shared memory to change, not in its event loop: an append is at work some 20 µs sooner.
  const wakeful = new Wakeful(options.signs);
  for (;;) {
    const seen = wakeful.seen();
    const { appends, last } = gather();
    try {
      if (appends.length > 0) tell({ kind: 'answers', answers: writer.commit(appends), head: writer.head });
    } catch (error) {
      return stop({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
    if (writer.broken !== undefined) return stop({ kind: 'failed', why: writer.broken });
    if (last) break;
    if (appends.length === 0) wakeful.waitBeyond(seen);
  }
  db.close();
  port.close();
}

/** What could not be moved now is moved the next time; what is wrong with the file, the next commit finds out. */
function settle(db: ReturnType<typeof openForWriting>): void {
  try {
    checkpointed(db);
  } catch {
    return;
  }
}
