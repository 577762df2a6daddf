import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { Problem } from '#http';
import { ReadersBusy, type DocumentForm } from '#read-models';
import { Documents, type AskPage, type DocumentLimits } from './document.ts';

const form: DocumentForm = {
  schema: {},
  mediaTypes: ['application/json', 'application/ld+json'],
  headers: { 'X-Standard': '2.0' },
  fileName: () => 'all.json',
  opening: (_, { demonstration }) => `{"demonstration":${demonstration},"list":[`,
  closing: ']}',
};
const circumstances = { actor: { user: 'u', role: 'investigator' as const }, now: 0 };

/** Pages of the numbers from 0 on, so many in each; it counts which were asked for. */
function numbers(pages: readonly number[], fails?: number): { readonly ask: AskPage; readonly asked: number[] } {
  const asked: number[] = [];
  const ask: AskPage = (after) => {
    const page = Number(after?.[0] ?? 0);
    asked.push(page);
    if (page === fails) return Promise.reject(new Error('Budi'));
    const before = pages.slice(0, page).reduce((sum, size) => sum + size, 0);
    const answer = Array.from({ length: pages[page] ?? 0 }, (_, index) => ({ number: before + index, filling: 'x'.repeat(2_000) }));
    return Promise.resolve({ answer, position: 7n, withheld: false, circumstances, ...(page + 1 < pages.length && { next: [page + 1] }) });
  };
  return { ask, asked };
}

let server: FastifyInstance | undefined;
afterEach(async () => {
  server?.server.closeAllConnections();
  await server?.close();
});

async function serve(ask: AskPage, limits: DocumentLimits = {}) {
  const errors: object[] = [];
  const documents = new Documents({ log: { error: (details) => void errors.push(details), warn: () => undefined }, demonstration: true, limits });
  server = fastify();
  server.setErrorHandler((error, _, reply) =>
    reply.code(error instanceof Problem ? error.status : 500).send({ code: error instanceof Problem ? error.code : 'unexpected' }),
  );
  server.get('/document', async (request, reply) => {
    const principal = { kind: 'person', user: 'u', session: String(request.headers['x-session'] ?? 's') } as const;
    return documents.open(form, {}, ask, { request, reply, principal });
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  return { documents, errors, port, url: `http://127.0.0.1:${port}/document` };
}

/** Begins to read, and goes no further by itself. */
const begin = (port: number, session = 's'): Promise<IncomingMessage> =>
  new Promise((resolve, reject) =>
    get({ port, host: '127.0.0.1', path: '/document', headers: { 'x-session': session }, agent: false }, resolve).on('error', reject),
  );

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await wait(5);
};

describe('a document', () => {
  it.each([[[3, 2, 4]], [[0, 2, 0, 1]], [[0, 0]], [[]]])('strings its pages together: %j', async (pages) => {
    const { ask } = numbers(pages);
    const answer = await fetch((await serve(ask)).url);
    const { demonstration, list } = (await answer.json()) as { demonstration: boolean; list: { number: number }[] };
    expect(demonstration).toBe(true);
    expect(list.map(({ number }) => number)).toEqual(list.map((_, index) => index));
    expect(list).toHaveLength(pages.reduce((sum, size) => sum + size, 0));
  });

  it('says what it is, and how it may be called', async () => {
    const { url } = await serve(numbers([1]).ask);
    const { headers } = await fetch(url);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="all.json"',
      'x-standard': '2.0',
      vary: 'Accept',
    });
    expect((await fetch(url, { headers: { accept: 'application/ld+json' } })).headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
  });

  it('is not made for who asks for its headers alone', async () => {
    const { ask, asked } = numbers([1, 1, 1]);
    const { url, documents } = await serve(ask);
    const answer = await fetch(url, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="all.json"']);
    await until(() => documents.size === 0);
    expect(asked).toEqual([0]);
  });

  it('is refused whole when the first page is', async () => {
    const { url, documents } = await serve(numbers([1, 1], 0).ask);
    expect((await fetch(url)).status).toBe(500);
    await until(() => documents.size === 0);
  });

  it('breaks off when a later page fails: nobody takes it for a whole one, and the log is told without what was in it', async () => {
    const { url, errors, documents } = await serve(numbers([1, 1, 1], 2).ask);
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
    await until(() => documents.size === 0);
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('Budi');
  });

  it('goes on when too many others had asked for a while, but not for ever', async () => {
    const { ask } = numbers([1, 1, 1]);
    let busy = 3;
    const others: AskPage = (after, first) => (after && busy-- > 0 ? Promise.reject(new ReadersBusy(2_000)) : ask(after, first));
    const { url, errors } = await serve(others, { attempts: 4, between: 1 });
    expect(((await (await fetch(url)).json()) as { list: object[] }).list).toHaveLength(3);
    expect(errors).toEqual([]);
    busy = 4;
    await expect((await fetch(url)).text()).rejects.toThrow();
    expect(errors).toHaveLength(1);
  });

  it('is asked for no faster than it is read, and no further when its reader has left', async () => {
    const { ask, asked } = numbers(Array.from({ length: 2_000 }, () => 100));
    const { port, documents } = await serve(ask);
    const reading = await begin(port);
    reading.pause();
    await until(() => asked.length > 3);
    reading.on('error', () => undefined);
    reading.destroy();
    await until(() => documents.size === 0);
    expect(asked.length).toBeLessThan(2_000);
  });

  it('ends when its reader does not read', async () => {
    const { ask, asked } = numbers(Array.from({ length: 2_000 }, () => 100));
    const { port, documents } = await serve(ask, { unread: 200 });
    const reading = await begin(port);
    reading.on('error', () => undefined);
    reading.pause();
    await until(() => documents.size === 0);
    expect(asked.length).toBeLessThan(2_000);
  });

  it('is one of few, for one session and in all', async () => {
    const { port, documents, url } = await serve(numbers(Array.from({ length: 2_000 }, () => 100)).ask, { perSession: 1, inAll: 2 });
    const readings = [await begin(port, 'one'), await begin(port, 'two')];
    for (const reading of readings) reading.on('error', () => undefined).pause();
    await until(() => documents.size === 2);
    const again = async (session: string) => (await fetch(url, { headers: { 'x-session': session } })).json();
    expect(await again('one')).toEqual({ code: 'too-many-exports' });
    expect(await again('three')).toEqual({ code: 'too-many-exports' });
    for (const reading of readings) reading.destroy();
    await until(() => documents.size === 0);
  });
});
