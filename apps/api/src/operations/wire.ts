import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Socket } from 'node:net';
import type { Progress } from './operation.ts';

/** Where a running server takes operations from the same machine's owner: only they can open it (mode 0600). */
export const socketIn = (folder: string): string => join(folder, 'saksi.sock');

/** Unix sockets have short names (108 bytes on Linux, 104 on macOS). */
export const longestPath = 103;

/** One line of the answer. */
export type Line = { readonly progress: Progress } | { readonly item: object } | { readonly result: object } | { readonly error: string };

/** What arrives, by lines; a socket that is destroyed has no end that readline would notice. */
export function linesOf(socket: Socket): AsyncIterable<string> {
  const lines = createInterface({ input: socket });
  socket.once('close', () => lines.close());
  return lines;
}
