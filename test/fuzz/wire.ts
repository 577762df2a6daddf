import { connect } from 'node:net';
import { once } from 'node:events';
import type { FuzzedRequest } from './requests.ts';

/** An answer as it came over the wire; `undefined` status: the connection ended without one. */
export interface WireAnswer {
  readonly status: number | undefined;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/**
 * Sends a request byte by byte as it is, which HTTP clients refuse to do, over a connection of its own. Half of the
 * bytes above 0x7f in a header are UTF-8: servers must take that, too.
 * @throws after `within` ms without the end of an answer
 */
export async function sendRaw(url: string, { method, target, headers, body }: FuzzedRequest, within: number): Promise<WireAnswer> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    // A stream has no end: that it began is its answer.
    if (chunks.length < 4 && /^content-type: text\/event-stream.*\r\n\r\n/ims.test(Buffer.concat(chunks).toString('latin1'))) socket.destroy();
  });
  // A server that has answered may close while the rest of a large body still arrives.
  socket.on('error', () => socket.destroy());
  const closed = once(socket, 'close');
  const own = headers.some(([name]) => name === 'host') ? [] : [`host: ${hostname}:${port}`];
  const length =
    body === undefined || headers.some(([name]) => name === 'content-length' || name === 'transfer-encoding')
      ? []
      : [`content-length: ${Buffer.byteLength(body)}`];
  const head = [`${method} ${target} HTTP/1.1`, ...own, ...headers.map(([name, value]) => `${name}: ${value}`), ...length, 'connection: close'];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  if (body !== undefined) socket.write(body);
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`No answer within ${within} ms to ${method} ${target.slice(0, 200)}`)), within);
  });
  try {
    await Promise.race([closed, hang]);
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
  return parse(Buffer.concat(chunks));
}

function parse(bytes: Buffer): WireAnswer {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(first)?.[1];
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const));
  const body = bytes.subarray(end + 4);
  return {
    status: status === undefined ? undefined : Number(status),
    headers,
    body: (headers.get('transfer-encoding') === 'chunked' ? unchunked(body) : body).toString('utf8'),
  };
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16);
    if (line === -1 || !(size > 0)) return Buffer.concat(parts);
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
