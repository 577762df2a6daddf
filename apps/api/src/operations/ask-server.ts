import { existsSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { once } from 'node:events';
import { CannotBeDone } from './operation.ts';
import type { Telling } from './operation.ts';
import { linesOf, longestPath, socketIn } from './wire.ts';
import type { Line } from './wire.ts';

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
