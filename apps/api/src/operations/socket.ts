import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { z } from 'zod';
import { sentenceFor } from '../sentence.ts';
import type { Saksi } from '../parts.ts';
import { operations } from './index.ts';
import { CannotBeDone } from './operation.ts';
import type { Telling } from './operation.ts';
import { linesOf, longestPath, socketIn } from './wire.ts';
import type { Line } from './wire.ts';

const requestSchema = z.object({ operation: z.string(), args: z.unknown(), user: z.string() });

/** Takes operations over the socket until it is closed. */
export async function serveOperations(saksi: Saksi): Promise<{ close(): Promise<void> }> {
  const path = socketIn(saksi.folder);
  if (Buffer.byteLength(path) > longestPath) {
    saksi.log.warn({}, 'The path of the data folder is too long for a socket: the command line cannot reach this server.');
    return { close: () => Promise.resolve() };
  }
  // The folder's lock is ours, so a socket that lies here was left by a server that was killed.
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(saksi, socket).catch(() => socket.destroy());
  });
  const before = process.umask(0o177);
  try {
    server.listen(path);
    await once(server, 'listening');
    chmodSync(path, 0o600);
  } finally {
    process.umask(before);
  }
  return {
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

async function serve(saksi: Saksi, socket: Socket): Promise<void> {
  const ending = new AbortController();
  socket.on('close', () => ending.abort());
  const say = async (line: Line): Promise<void> => {
    if (!socket.write(`${JSON.stringify(line)}\n`) && !ending.signal.aborted) await once(socket, 'drain', { signal: ending.signal }).catch(() => undefined);
  };
  for await (const text of linesOf(socket)) {
    await answer(saksi, text, say, ending.signal);
    socket.end();
    return;
  }
}

async function answer(saksi: Saksi, text: string, say: (line: Line) => Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    const { operation: name, args, user } = requestSchema.parse(JSON.parse(text));
    const operation = operations.get(name);
    if (!operation) throw new CannotBeDone(`The running server does not know "${name}": it is another version of Saksi. Use the command line of its version.`);
    const telling: Telling = { progress: (progress) => void say({ progress }), item: (item) => say({ item }), signal };
    await say({ result: await operation.run(saksi, args, { user }, telling) });
  } catch (error) {
    await say({ error: sentenceFor(error) });
  }
}
