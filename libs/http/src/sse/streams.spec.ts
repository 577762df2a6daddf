import { request as ask, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { problemOf } from '../problem/translate.ts';
import type { Change, Changes, ChangeSource, Subscription } from './changes.ts';
import { ChangeStreams, type ChangeStreamLimits } from './streams.ts';

/** A log of changes that grows: the source that a projector would be. */
class Growing {
  readonly all: Changes[] = [];
  #waiting: (() => void)[] = [];
  pulled = 0;

  add(position: number, ...rows: readonly string[]): void {
    this.all.push({ position: BigInt(position), changes: rows.map((row) => ({ event: 'changed', data: { projection: 'presence', row } })) });
    for (const wake of this.#waiting.splice(0)) wake();
  }

  readonly source: ChangeSource = (after, signal) => this.#from(after ?? this.all.at(-1)?.position ?? 0n, signal);

  async *#from(after: bigint, signal: AbortSignal): AsyncIterable<Changes> {
    let last = after;
    while (!signal.aborted) {
      for (const changes of this.all.filter(({ position }) => position > last)) {
        last = changes.position;
        this.pulled++;
        yield changes;
      }
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }
}

const opened: ClientRequest[] = [];
const servers: FastifyInstance[] = [];

/** One server with one stream at `/events`. */
async function serve(
  subscription: Partial<Subscription> & { readonly source: ChangeSource },
  limits: ChangeStreamLimits = {},
): Promise<{ port: number; streams: ChangeStreams; errors: object[]; server: FastifyInstance }> {
  const errors: object[] = [];
  const streams = new ChangeStreams({ error: (details) => void errors.push(details), warn: (details) => void errors.push(details) }, limits);
  const server = fastify({ forceCloseConnections: 'idle' });
  server.setErrorHandler((error, _request, reply) => {
    const { status, code } = problemOf(error);
    return reply.code(status).send({ code });
  });
  server.get('/events', async (request, reply) => {
    reply.header('X-Frame-Options', 'DENY');
    await streams.open(request, reply, { session: String(request.headers['x-session'] ?? 's'), mayRead: () => true, ...subscription });
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  servers.push(server);
  return { port: (server.server.address() as AddressInfo).port, streams, errors, server };
}

interface Reader {
  readonly response: IncomingMessage;
  text: string;
  /** Resolves when what was read fits. */
  readonly reads: (what: RegExp) => Promise<void>;
  readonly ended: Promise<void>;
  readonly leave: () => void;
}

async function read(port: number, headers: Record<string, string> = {}, path = '/events'): Promise<Reader> {
  const request = ask({ port, host: '127.0.0.1', path, headers, agent: false }).end();
  opened.push(request);
  request.on('error', () => undefined);
  const response = await new Promise<IncomingMessage>((resolve, reject) => request.once('response', resolve).once('error', reject));
  response.setEncoding('utf8');
  const reader: Reader = {
    response,
    text: '',
    reads: (what) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!what.test(reader.text)) return;
          response.off('data', look);
          resolve();
        };
        response.on('data', look);
        look();
      }),
    ended: new Promise((resolve) => response.once('close', () => resolve())),
    leave: () => void request.destroy(),
  };
  response.on('data', (chunk: string) => (reader.text += chunk));
  response.on('error', () => undefined);
  return reader;
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const rowsIn = (text: string): string[] => [...text.matchAll(/"row":"([^"]+)"/g)].map(([, row = '']) => row);

afterEach(async () => {
  for (const request of opened.splice(0)) request.destroy();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('a stream of changes', () => {
  it('tells what changes from now on, as server-sent events', async () => {
    const log = new Growing();
    log.add(1, 'before');
    const { port, streams } = await serve({ source: log.source });
    const reader = await read(port);
    await until(() => streams.size === 1);
    log.add(2, 'a', 'b');
    await reader.reads(/"b"/);
    expect(reader.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
    });
    expect(reader.text).toBe(
      'retry: 3000\n\nevent: changed\ndata: {"projection":"presence","row":"a"}\n\nid: 2\nevent: changed\ndata: {"projection":"presence","row":"b"}\n\n',
    );
  });

  it('answers whoever asks for its head alone, and is over', async () => {
    const { port, streams } = await serve({ source: new Growing().source });
    const { status, headers } = await fetch(`http://127.0.0.1:${port}/events`, { method: 'HEAD' });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await until(() => streams.size === 0);
  });

  it('resumes behind the last position that was read whole', async () => {
    const log = new Growing();
    for (const position of [1, 2, 3]) log.add(position, `row-${position}`);
    const { port } = await serve({ source: log.source });
    const reader = await read(port, { 'last-event-id': '1' });
    await reader.reads(/row-3/);
    expect(rowsIn(reader.text)).toEqual(['row-2', 'row-3']);
  });

  it('begins behind the page that its reader shows', async () => {
    const log = new Growing();
    for (const position of [1, 2, 3]) log.add(position, `row-${position}`);
    const { port } = await serve({ source: log.source });
    const reader = await read(port, {}, '/events?after=2');
    await reader.reads(/row-3/);
    expect(rowsIn(reader.text)).toEqual(['row-3']);
  });

  it('names a position only with its last change, so that none is lost in the middle', async () => {
    const log = new Growing();
    const { port } = await serve({ source: log.source });
    const reader = await read(port, { 'last-event-id': '0' });
    log.add(7, 'a', 'b', 'c');
    await reader.reads(/"c"/);
    expect(reader.text.split('id: 7')).toHaveLength(2);
    expect(reader.text.indexOf('id: 7')).toBeGreaterThan(reader.text.indexOf('"b"'));
  });

  it('refuses to resume behind what is no position', async () => {
    const { port } = await serve({ source: new Growing().source });
    expect((await read(port, { 'last-event-id': 'yesterday' })).response.statusCode).toBe(400);
    expect((await read(port, {}, '/events?after=-1')).response.statusCode).toBe(400);
  });

  it('tells what may be read, judged again for every change', async () => {
    const log = new Growing();
    let post = 'north';
    const { port, streams } = await serve({ source: log.source, mayRead: async ({ data }: Change) => JSON.stringify(data).includes(post) });
    const reader = await read(port);
    await until(() => streams.size === 1);
    log.add(1, 'north-1', 'south-1');
    await reader.reads(/north-1/);
    post = 'south';
    log.add(2, 'north-2', 'south-2');
    await reader.reads(/south-2/);
    expect(rowsIn(reader.text)).toEqual(['north-1', 'south-2']);
  });

  it('ends when the session does', async () => {
    const log = new Growing();
    let signedIn = true;
    const { port, streams } = await serve({ source: log.source, stillOpen: () => signedIn });
    const reader = await read(port);
    await until(() => streams.size === 1);
    signedIn = false;
    log.add(1, 'secret');
    await reader.ended;
    expect(reader.text).not.toContain('secret');
  });

  it('ends when the session is told to, and leaves the others', async () => {
    const { port, streams } = await serve({ source: new Growing().source });
    const revoked = await read(port, { 'x-session': 'revoked' });
    await read(port, { 'x-session': 'other' });
    await until(() => streams.size === 2);
    streams.closeSession('revoked');
    await revoked.ended;
    await until(() => streams.size === 1);
    expect(streams.size).toBe(1);
  });

  it('shows signs of life, and how far it came when nothing was for the reader', async () => {
    const log = new Growing();
    const { port } = await serve({ source: log.source, mayRead: () => false }, { heartbeat: 20 });
    const reader = await read(port, { 'last-event-id': '0' });
    await reader.reads(/: alive/);
    log.add(9, 'not-for-you');
    await reader.reads(/id: 9\n\n/);
    expect(rowsIn(reader.text)).toEqual([]);
  });

  it('is forgotten when its reader leaves', async () => {
    const { port, streams } = await serve({ source: new Growing().source });
    const reader = await read(port);
    await until(() => streams.size === 1);
    reader.leave();
    await until(() => streams.size === 0);
    expect(streams.size).toBe(0);
  });

  it('that breaks is told to the log, without what was in it', async () => {
    const source: ChangeSource = () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('Budi')) }) });
    const { port, errors } = await serve({ source });
    await (
      await read(port)
    ).ended;
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('Budi');
  });
});

describe('streams of changes', () => {
  it('are bounded for one session and in all', async () => {
    const { port, streams } = await serve({ source: new Growing().source }, { perSession: 1, inAll: 2 });
    await read(port, { 'x-session': 'one' });
    const again = await read(port, { 'x-session': 'one' });
    await read(port, { 'x-session': 'two' });
    const third = await read(port, { 'x-session': 'three' });
    expect([again.response.statusCode, third.response.statusCode, streams.size]).toEqual([429, 429, 2]);
    await again.reads(/too-many-streams/);
    await third.reads(/too-many-streams/);
  });

  it('end with the server, which takes no more', async () => {
    const { port, streams, server } = await serve({ source: new Growing().source });
    const readers = [await read(port), await read(port)];
    await until(() => streams.size === 2);
    streams.close();
    await Promise.all(readers.map(({ ended }) => ended));
    expect((await read(port)).response.statusCode).toBe(503);
    await server.close();
    expect(streams.size).toBe(0);
  });

  it('are pulled no faster than their reader reads, and end when it does not', async () => {
    const log = new Growing();
    for (let position = 1; position <= 2_000; position++) log.add(position, 'x'.repeat(16_384));
    const { port, streams } = await serve({ source: log.source }, { unread: 200 });
    const reader = await read(port, { 'last-event-id': '0' });
    reader.response.pause();
    await until(() => streams.size === 0);
    expect(log.pulled).toBeLessThan(2_000);
  });
});
