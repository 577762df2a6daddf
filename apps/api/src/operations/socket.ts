import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { z } from 'zod';
import { parseBody } from '#http';
import { sentenceFor } from '../sentence.ts';
import type { Saksi } from '../parts.ts';
import { operations } from './index.ts';
import { CannotBeDone } from './operation.ts';
import type { Telling } from './operation.ts';
import { OperatorRequest } from './operator-request.ts';
import { linesOf, longestPath, socketIn } from './wire.ts';
import type { Line } from './wire.ts';

const requestSchema = z.looseObject({ args: z.unknown() });

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
  boundRequest(socket, saksi.configuration.SAKSI_BODY_LIMIT, say);
  for await (const text of linesOf(socket)) {
    await answer(saksi, text, say, ending.signal);
    socket.end();
    return;
  }
}

/** A request is one line, no longer than the body of a request over HTTP: what goes on beyond is not kept in memory. */
function boundRequest(socket: Socket, most: number, say: (line: Line) => Promise<void>): void {
  let taken = 0;
  socket.on('data', (chunk: Buffer) => {
    const before = taken;
    taken += chunk.length;
    if (before > most || taken <= most) return;
    void say({ error: `A request of the command line may have ${most} bytes at most (SAKSI_BODY_LIMIT). Nothing was done.` }).then(() => socket.destroySoon());
  });
}

async function answer(saksi: Saksi, text: string, say: (line: Line) => Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    const { args, ...asked } = requestSchema.parse(JSON.parse(text));
    const { operation: name, user } = parseBody(OperatorRequest, asked, 'en');
    const operation = operations.get(name);
    if (!operation) throw new CannotBeDone(`The running server does not know "${name}": it is another version of Saksi. Use the command line of its version.`);
    const telling: Telling = { progress: (progress) => void say({ progress }), item: (item) => say({ item }), signal };
    await say({ result: await operation.run(saksi, args, { user }, telling) });
  } catch (error) {
    await say({ error: sentenceFor(error) });
  }
}
