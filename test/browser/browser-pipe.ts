import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import type { ConnectOverCDPTransport } from 'playwright-core';

/*
 * What is said to a browser of one's own, and what it says, through the two pipes of `--remote-debugging-pipe`: JSON, each
 * message ended by a zero. Through a socket, Playwright compresses all of it, for a browser on the same machine. docs/adr/0102
 */
export class BrowserPipe implements ConnectOverCDPTransport {
  onmessage?: (message: object) => void;
  onclose?: (reason?: string) => void;
  readonly #to: Writable;
  readonly #process: ChildProcess;
  #begun: Buffer[] = [];

  constructor(child: ChildProcess) {
    const [, , , to, from] = child.stdio;
    if (!(to instanceof Writable) || !(from instanceof Readable)) throw new TypeError('The browser has no pipes.');
    this.#to = to;
    this.#process = child;
    from.on('data', (read: Buffer) => this.#hear(read));
    // A browser that was killed reads no more: that it is gone is said by its end.
    to.on('error', () => undefined);
    child.once('exit', () => this.onclose?.());
  }

  send(message: object): void {
    this.#to.write(`${JSON.stringify(message)}\0`);
  }

  close(): void {
    this.#process.kill('SIGKILL');
  }

  #hear(read: Buffer): void {
    let from = 0;
    for (let end = read.indexOf(0); end !== -1; end = read.indexOf(0, from)) {
      const said = Buffer.concat([...this.#begun, read.subarray(from, end)]).toString('utf8');
      this.#begun = [];
      from = end + 1;
      // Each in a turn of its own, as Playwright's own pipe does: what follows from one is done before the next is heard.
      setImmediate(() => this.onmessage?.(JSON.parse(said) as object));
    }
    if (from < read.length) this.#begun.push(read.subarray(from));
  }
}
