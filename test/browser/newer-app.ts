import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

/*
 * The server after an update that the app on the phone has not had: what stands before the real one serves a newer app,
 * which speaks protocol 2, and hands on what an app of protocol 1 asks as if from an app that is too old. What is
 * answered is the real server's.
 */

const speaksOne = /("Saksi-App":\s*)(?:[\w$]+|"1"|`1`)/;
const versionOf = /"version":\s*"([0-9a-f]+)"/;

export class UpdatedServer {
  readonly url: string;
  readonly #server: Server;
  readonly #target: URL;
  #updated = false;
  #letThrough: (() => void) | undefined;
  #held: Promise<void> = Promise.resolve();

  private constructor(server: Server, url: string, target: string) {
    this.#server = server;
    this.url = url;
    this.#target = new URL(target);
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => void this.#handle(asked, answer));
  }

  static async before(target: string): Promise<UpdatedServer> {
    const server = createServer();
    const url = await new Promise<string>((listening) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        listening(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
      });
    });
    return new UpdatedServer(server, url, target);
  }

  /** From now on the app of before is too old. The newer one is not handed out until `handOut` is called. */
  update(): void {
    this.#updated = true;
    this.#held = new Promise((resolve) => {
      this.#letThrough = resolve;
    });
  }

  handOut(): void {
    this.#letThrough?.();
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => {
      this.#server.close(() => closed());
    });
  }

  async #handle(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = asked.url ?? '/';
    if (this.#updated && path === '/sw.js') await this.#held;
    const { 'accept-encoding': _, 'if-none-match': __, 'if-modified-since': ___, ...headers } = asked.headers;
    const app = headers['saksi-app'];
    // What the real server understands is one lower than what the newer app speaks.
    if (this.#updated && typeof app === 'string') headers['saksi-app'] = String(Number(app) - 1);
    const { hostname, port } = this.#target;
    const onward = request({ hostname, port, path, method: asked.method, headers }, (received) => {
      const rewrites = this.#updated && /^\/(sw\.js|assets\/.*\.js)$/.test(path);
      const { 'content-length': length, etag, ...kept } = received.headers;
      answer.writeHead(received.statusCode ?? 502, rewrites ? kept : received.headers);
      if (rewrites) void textOf(received).then((text) => answer.end(newer(text)));
      else received.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.on('close', () => (asked.complete ? undefined : onward.destroy()));
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  }
}

const textOf = async (stream: Readable): Promise<string> => Buffer.concat(await stream.toArray()).toString('utf8');

const newer = (text: string): string => text.replace(speaksOne, '$1"2"').replace(versionOf, (_, version: string) => `"version":"2${version.slice(1)}"`);
