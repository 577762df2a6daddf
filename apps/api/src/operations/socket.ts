import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { sentenceFor } from '../sentence.ts';
import type { Saksi } from '../parts.ts';
import { operations } from './index.ts';
import { CannotBeDone } from './operation.ts';
import type { Progress, Telling } from './operation.ts';

/** Where a running server takes operations from the same machine's owner: only they can open it (mode 0600). */
export const socketIn = (folder: string): string => join(folder, 'saksi.sock');

/** Unix sockets have short names (108 bytes on Linux, 104 on macOS). */
const longestPath = 103;

const requestSchema = z.object({ operation: z.string(), args: z.unknown(), user: z.string() });

/** One line of the answer. */
export type Line = { readonly progress: Progress } | { readonly item: object } | { readonly result: object } | { readonly error: string };

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

/** Runs an operation in the server that runs on the folder; `undefined` when none does. @throws CannotBeDone with its sentence */
export async function askServer(
  folder: string,
  request: { readonly operation: string; readonly args: object; readonly user: string },
  telling: Telling,
): Promise<object | undefined> {
  const socket = await connect(socketIn(folder));
  if (!socket) return undefined;
  telling.signal.addEventListener('abort', () => socket.destroy(), { once: true });
  socket.write(`${JSON.stringify(request)}\n`);
  for await (const text of linesOf(socket)) {
    const line = lineOf(text);
    if ('progress' in line) telling.progress(line.progress);
    else if ('item' in line) await telling.item(line.item);
    else if ('error' in line) throw new CannotBeDone(line.error);
    else return line.result;
  }
  if (telling.signal.aborted) return {};
  throw new CannotBeDone('The server ended before it had answered. See its log, then repeat.');
}

function lineOf(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    throw new CannotBeDone(
      'The running server answers in another way than this command line knows: it is another version of Saksi. Use the command line of its version.',
    );
  }
}

/** What arrives, by lines; a socket that is destroyed has no end that readline would notice. */
function linesOf(socket: Socket): AsyncIterable<string> {
  const lines = createInterface({ input: socket });
  socket.once('close', () => lines.close());
  return lines;
}

async function connect(path: string): Promise<Socket | undefined> {
  if (!existsSync(path) || Buffer.byteLength(path) > longestPath) return undefined;
  const socket = createConnection(path);
  try {
    await once(socket, 'connect');
    socket.on('error', () => socket.destroy());
    return socket;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES')
      throw new CannotBeDone(`A server runs on this folder, and only its own user may operate it. Run this as that user.`);
    return undefined;
  }
}
