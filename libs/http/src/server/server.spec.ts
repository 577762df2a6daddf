import 'reflect-metadata';
import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, Param, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApiBody, ApiExtension, ApiOperation } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { settableClock, type CoSignature, type Instant, type Sealed } from '#kernel';
import { CoSigned } from '../fields/co-signed.ts';
import { Many, Optional } from '../fields/combined.ts';
import { parseBody } from '../fields/parse.ts';
import { PersonName } from '../fields/personal.ts';
import { Count, Id, Moment, OneOf, Words } from '../fields/plain.ts';
import { describeApi, serveApiDescription } from '../openapi/document.ts';
import { ProblemFilter } from '../problem/filter.ts';
import { knowObjections } from '../problem/objections.ts';
import { createFastifyAdapter } from './adapter.ts';
import { correlationId, underCorrelation } from './correlation.ts';
import { serveHealth, type ReadinessCheck } from './health.ts';
import { createLog, logRequests, nestLog, type Log } from './log.ts';
import { createMetrics, serveMetrics } from './metrics.ts';
import { limitRate, type RateLimits } from './rate-limit.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { stopAtSignals, stopGracefully, type Stopping } from './stopping.ts';

const id = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11';

class Entry {
  @Words('Line on the page', { max: 12 }) line!: string;
}
class Admit {
  @Id('The guest') guest!: string;
  @PersonName('As on the card', { of: 'guest' }) name!: Sealed;
  @OneOf('Level', ['open', 'restricted']) level!: string;
  @Count('Bags', { max: 9 }) bags!: number;
  @Many(Entry, { max: 3 }) entries!: Entry[];
  @Optional(Many(Id('A guard'), { max: 2 })) guards?: string[];
  @Optional(Moment('Until when')) until?: Instant;
  @Optional(CoSigned('Second person')) second?: CoSignature;
}

let release: () => void = () => undefined;
const begun = new Set<string>();

@Controller('api/spec')
class SpecController {
  @Post('admit')
  @ApiOperation({ operationId: 'spec.admit', summary: 'Lets a guest in.' })
  @ApiBody({ type: Admit })
  @ApiExtension('x-saksi-objections', ['spec.room-full'])
  @ApiExtension('x-saksi-roles', ['guard'])
  admit(@Req() request: FastifyRequest): object {
    parseBody(Admit, request.body);
    return { correlation: correlationId() };
  }
  @Get('inside')
  @ApiOperation({ operationId: 'spec.inside' })
  @ApiExtension('x-saksi-roles', ['guard'])
  inside(): object {
    return { correlation: correlationId() };
  }
  @Get('guest/:name')
  guest(@Param('name') name: string): object {
    return { length: name.length };
  }
  @Get('slow/:name')
  async slow(@Param('name') name: string): Promise<object> {
    begun.add(name);
    await new Promise<void>((resolve) => (release = resolve));
    return { finished: name };
  }
  @Get('fail')
  fail(): never {
    throw new Error('Budi Rahasia');
  }
}

@Module({ controllers: [SpecController] })
class SpecModule {}

interface Running {
  readonly app: NestFastifyApplication;
  readonly log: Log;
  readonly lines: () => Record<string, unknown>[];
  readonly stopping: Stopping;
  readonly streamsClosed: () => boolean;
  readonly document: ReturnType<typeof describeApi>;
}

const running: NestFastifyApplication[] = [];

async function run({
  rates = {},
  checks = {},
  within = 5_000,
  secure = false,
  mayRead,
}: {
  rates?: RateLimits;
  checks?: Record<string, ReadinessCheck>;
  within?: number;
  secure?: boolean;
  mayRead?: (address: string) => boolean;
} = {}): Promise<Running> {
  const written: string[] = [];
  const log = createLog({ destination: { write: (line: string) => void written.push(line) } });
  const adapter = createFastifyAdapter({ log, clock: settableClock(1_701_370_800_000) });
  const instance = adapter.getInstance();
  let streamsClosed = false;
  const app = await NestFactory.create<NestFastifyApplication>(SpecModule, adapter, { logger: nestLog(log) });
  const stopping = stopGracefully(instance, { within, closeStreams: () => void (streamsClosed = true), close: () => app.close() });
  logRequests(instance, log);
  await setSecurityHeaders(instance, { secure });
  await limitRate(instance, rates);
  serveHealth(instance, { checks, within: 50 });
  serveMetrics(instance, { registry: createMetrics(), ...(mayRead && { mayRead }) });
  app.useGlobalFilters(new ProblemFilter(log));
  knowObjections({ 'spec.room-full': { id: 'Ruangan penuh.', en: 'The room is full.' } });
  serveApiDescription(app, { version: '1.2.3' });
  await app.init();
  await instance.ready();
  const document = describeApi(app, { version: '1.2.3' });
  running.push(app);
  return { app, log, stopping, document, streamsClosed: () => streamsClosed, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

afterEach(async () => {
  release();
  await Promise.all(running.splice(0).map((app) => app.close()));
});

const admit = (name = 'Budi Rahasia'): object => ({ guest: id, name: { value: name }, level: 'open', bags: 0, entries: [] });

describe('the log', () => {
  it('has a line per request, by the pattern of its route, with nothing of what was sent', async () => {
    const { app, lines } = await run();
    await app.inject({
      method: 'GET',
      url: '/api/spec/guest/Budi%20Rahasia?note=Rahasia',
      headers: { 'saksi-correlation-id': id, cookie: 'Rahasia', 'x-note': 'Rahasia' },
    });
    await app.inject({ method: 'POST', url: '/api/spec/admit', payload: admit() });
    await app.inject({ method: 'GET', url: '/Budi-Rahasia' });
    const requests = lines().filter(({ route }) => route !== undefined);
    expect(requests).toMatchObject([
      { level: 'info', correlationId: id, method: 'GET', route: '/api/spec/guest/:name', status: 200 },
      { method: 'POST', route: '/api/spec/admit', status: 201 },
      { method: 'GET', route: '(none)', status: 404 },
    ]);
    expect(JSON.stringify(lines())).not.toMatch(/Budi|Rahasia/);
  });

  it('carries the correlation id into whatever the request starts, after its body was read too', async () => {
    const { app } = await run();
    const headers = { 'saksi-correlation-id': id };
    expect((await app.inject({ method: 'POST', url: '/api/spec/admit', payload: admit(), headers })).json()).toEqual({ correlation: id });
    expect((await app.inject({ method: 'GET', url: '/api/spec/inside', headers })).json()).toEqual({ correlation: id });
    expect(correlationId()).toBeUndefined();
  });

  it('says where an error came from, not what it says, whoever logs it', async () => {
    const { log, lines } = await run();
    underCorrelation('c-1', () => log.error({ err: new Error('Budi'), body: { name: 'Budi' }, headers: { cookie: 'Budi' } }, 'It failed.'));
    nestLog(log).error(new Error('Budi'), 'stack', 'Router');
    const [ours, nests] = lines().filter(({ level }) => level === 'error');
    expect(ours).toMatchObject({ correlationId: 'c-1', msg: 'It failed.', err: { name: 'Error' } });
    expect(nests).toMatchObject({ context: 'Router', err: { name: 'Error' } });
    expect(JSON.stringify([ours, nests])).not.toContain('Budi');
  });
});

describe('security headers', () => {
  it.each([
    ['/api/spec/inside', "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
    ['/api/openapi.json', "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
  ])('let nothing run in data: %s', async (url, policy) => {
    const { app } = await run();
    expect((await app.inject(url)).headers).toMatchObject({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  it('let Swagger UI and the web app run their own scripts only', async () => {
    const { app } = await run();
    for (const url of ['/api/docs', '/api/docs/swagger-ui.css', '/', '/linimasa']) {
      const policy = String((await app.inject(url)).headers['content-security-policy']);
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe|default-src 'self'/);
    }
  });

  it('insist on https only where people come by https', async () => {
    expect((await (await run({ secure: true })).app.inject('/')).headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await (await run()).app.inject('/')).headers['strict-transport-security']).toBeUndefined();
  });

  it('are on refusals too', async () => {
    const { app } = await run({ rates: { max: 0 } });
    expect((await app.inject('/api/spec/inside')).headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('the rate limit', () => {
  it('counts by session, else by address, and says when to come back', async () => {
    const { app } = await run({ rates: { max: 2, sessionOf: (request) => request.headers['x-session']?.toString() } });
    const ask = async (headers: Record<string, string>, remoteAddress = '10.0.0.1'): Promise<number> =>
      (await app.inject({ url: '/api/spec/inside', headers, remoteAddress })).statusCode;
    expect([await ask({}), await ask({}), await ask({})]).toEqual([200, 200, 429]);
    expect([await ask({ 'x-session': 'a' }), await ask({ 'x-session': 'b' }), await ask({}, '10.0.0.2')]).toEqual([200, 200, 200]);
    const refused = await app.inject({ url: '/api/spec/inside', remoteAddress: '10.0.0.1', headers: { 'accept-language': 'en' } });
    expect(refused.json()).toMatchObject({ code: 'too-many-requests', title: 'Too many requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('may be narrower for one address of the API, counted apart', async () => {
    const { app } = await run({ rates: { max: 50, paths: { '/api/spec/inside': 1 } } });
    const ask = async (url: string): Promise<number> => (await app.inject(url)).statusCode;
    expect([await ask('/api/spec/inside'), await ask('/api/spec/inside?x=1'), await ask('/api/spec/guest/x')]).toEqual([200, 429, 200]);
  });

  it('never stops health checks', async () => {
    const { app } = await run({ rates: { max: 1 } });
    for (let time = 0; time < 3; time++) expect((await app.inject('/health/live')).statusCode).toBe(200);
  });
});

describe('health', () => {
  it('is ready when every check is', async () => {
    const { app } = await run({ checks: { log: () => true, vault: () => Promise.resolve(true as const) } });
    const answer = await app.inject('/health/ready');
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ready', checks: { log: 'ready', vault: 'ready' } }]);
  });

  it('says what stands in the way, without what an error said', async () => {
    const never: ReadinessCheck = () => new Promise<true>(() => undefined);
    const fails: ReadinessCheck = () => {
      throw new RangeError('Budi');
    };
    const { app } = await run({ checks: { log: () => 'The disk is full.', clock: () => true, slow: never, broken: fails } });
    const answer = await app.inject('/health/ready');
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { status: 'not ready', checks: { log: 'The disk is full.', clock: 'ready', slow: 'No answer within 50 ms.', broken: 'Failed: RangeError.' } },
    ]);
    expect((await app.inject('/health/live')).statusCode).toBe(200);
  });
});

describe('metrics', () => {
  it('measure requests by route and the process itself', async () => {
    const { app } = await run();
    await app.inject('/api/spec/guest/Budi');
    await app.inject('/Budi');
    const { payload } = await app.inject('/metrics');
    expect(payload).toContain('saksi_http_request_duration_seconds_count{method="GET",route="/api/spec/guest/:name",status="200"} 1');
    expect(payload).toContain('saksi_http_request_duration_seconds_count{method="GET",route="(none)",status="404"} 1');
    expect(payload).toContain('nodejs_eventloop_lag_seconds');
    expect(payload).not.toContain('Budi');
  });

  it('are for this machine, unless others are named', async () => {
    const { app } = await run();
    expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(404);
    const { app: open } = await run({ mayRead: (address) => address === '10.0.0.9' });
    expect((await open.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(200);
  });
});

describe("the API's description", () => {
  it('is served, with a page to try it', async () => {
    const { app } = await run();
    expect((await app.inject('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Saksi', version: '1.2.3' } });
    const page = await app.inject('/api/docs');
    expect(page.statusCode).toBe(200);
    // The policy for this page allows no inline script.
    expect(page.payload).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    for (const [, source = ''] of page.payload.matchAll(/<script[^>]*\bsrc="([^"]+)"/g))
      expect((await app.inject(new URL(source, 'http://x/api/docs').pathname)).statusCode).toBe(200);
  });

  it('names the envelope, the fields with examples, and every problem with its own example', async () => {
    const { document } = await run();
    const operation = document.paths['/api/spec/admit']?.post;
    expect(operation?.parameters?.map((parameter) => ('name' in parameter ? parameter.name : ''))).toEqual(
      expect.arrayContaining(['Idempotency-Key', 'Saksi-Occurred-At', 'Saksi-Voice', 'Saksi-Signature', 'Accept-Language']),
    );
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining(['201', '400', '401', '403', '404', '409', '413', '415', '422', '429', '500', '503']),
    );
    expect(operation?.responses['409']).toMatchObject({
      content: { 'application/problem+json': { examples: { 'spec.room-full': { $ref: '#/components/examples/spec.room-full' }, 'still-conflicting': {} } } },
    });
    expect(document.components?.examples).toMatchObject({
      'spec.room-full': { value: { code: 'objections-stand', objections: [{ code: 'spec.room-full', message: 'The room is full.' }] } },
      'still-conflicting': { value: { status: 409 } },
    });
    for (const [, kind = '', name = ''] of JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g))
      expect(document).toHaveProperty(['components', kind, name]);
    expect(document.components?.schemas?.['Admit']).toMatchObject({
      required: ['guest', 'name', 'level', 'bags', 'entries'],
      properties: {
        guest: { type: 'string', format: 'uuid', description: 'The guest' },
        name: {
          type: 'object',
          properties: { value: { maxLength: 120 }, salt: { pattern: '^[0-9a-f]{32}$' } },
          required: ['value'],
          example: { value: 'Budi Contoh' },
        },
        level: { enum: ['open', 'restricted'] },
        bags: { type: 'integer', maximum: 9 },
        entries: { type: 'array', maxItems: 3, items: { $ref: '#/components/schemas/Entry' } },
        guards: { type: 'array', maxItems: 2, items: { type: 'string', format: 'uuid' } },
        until: { type: 'string', format: 'date-time' },
        second: { oneOf: [{ required: ['user', 'pin'] }, { required: ['user', 'device', 'seq', 'clock', 'signature'] }] },
      },
    });
  });

  it('describes what is served beside the slices, each with its own problems', async () => {
    const { document } = await run();
    expect(document.paths['/api/events']?.get?.responses).toMatchObject({
      200: { content: { 'text/event-stream': {} } },
      401: { content: { 'application/problem+json': { examples: { unauthenticated: {} } } } },
      429: { content: { 'application/problem+json': { examples: { 'too-many-streams': {} } } } },
    });
    for (const path of ['/health/live', '/health/ready', '/metrics']) {
      expect([path, Object.keys(document.paths[path]?.get?.responses ?? {})]).toEqual([path, expect.arrayContaining(['200', '500'])]);
      expect([path, document.paths[path]?.get?.security]).toEqual([path, []]);
    }
  });

  it('tells a query from a command', async () => {
    const { document } = await run();
    const responses = document.paths['/api/spec/inside']?.get?.responses ?? {};
    expect(JSON.stringify(responses['400'])).toContain('cursor-from-elsewhere');
    expect(JSON.stringify(responses)).not.toContain('outcome-unknown');
    expect(JSON.stringify(document.paths['/api/spec/inside']?.get?.parameters)).toContain('Saksi-After');
  });
});

describe('stopping', () => {
  /** Asks over a real connection; the status, or how the connection failed. */
  const over = (port: number, path: string, agent?: Agent): Promise<number | string> =>
    new Promise((resolve) => {
      get({ port, host: '127.0.0.1', path, agent: agent ?? false }, (response) => response.resume().once('end', () => resolve(response.statusCode ?? 0))).once(
        'error',
        (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message),
      );
    });
  const listenOn = async ({ app }: Running): Promise<number> => {
    await app.listen(0, '127.0.0.1');
    return (app.getHttpServer().address() as AddressInfo).port;
  };
  const underWay = async (name: string): Promise<void> => {
    while (!begun.has(name)) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('lets finish what is under way, refuses what is new, ends streams', async () => {
    const server = await run();
    const port = await listenOn(server);
    const agent = new Agent({ keepAlive: true, maxSockets: 2 });
    expect(await over(port, '/api/spec/inside', agent)).toBe(200);
    const slow = over(port, '/api/spec/slow/one');
    await underWay('one');
    const stopped = server.stopping.stop();
    expect([server.stopping.begun(), server.streamsClosed()]).toEqual([true, true]);
    expect(await over(port, '/api/spec/inside', agent)).toBe(503);
    release();
    expect(await slow).toBe(200);
    expect(await stopped).toBe('clean');
    expect(await over(port, '/api/spec/inside')).toBe('ECONNREFUSED');
    agent.destroy();
  });

  it('does not wait for ever', async () => {
    const server = await run({ within: 100 });
    const port = await listenOn(server);
    const stuck = over(port, '/api/spec/slow/two');
    await underWay('two');
    expect(await server.stopping.stop()).toBe('forced');
    expect(await stuck).toBe('ECONNRESET');
    release();
  });

  it('does not wait for those who went away before their answer', async () => {
    const server = await run({ within: 30_000 });
    const port = await listenOn(server);
    const leaving = get({ port, path: '/api/spec/slow/three', host: '127.0.0.1', agent: false }).on('error', () => undefined);
    await underWay('three');
    await new Promise((gone) => leaving.once('close', gone).destroy());
    expect(await server.stopping.stop()).toBe('clean');
    release();
  });

  it('answers the same when it is asked again', async () => {
    const server = await run();
    await listenOn(server);
    expect(await Promise.all([server.stopping.stop(), server.stopping.stop()])).toEqual(['clean', 'clean']);
  });

  it('counts a request that the rate limit refused only once', async () => {
    const server = await run({ rates: { max: 0 } });
    const port = await listenOn(server);
    expect(await over(port, '/api/spec/inside')).toBe(429);
    expect(await server.stopping.stop()).toBe('clean');
  });

  it('begins at a signal and ends the process with what came of it', async () => {
    const before = process.listeners('SIGTERM');
    const ended = new Promise<number>((resolve) => stopAtSignals({ stop: async () => 'forced' }, resolve));
    process.emit('SIGTERM');
    expect(await ended).toBe(1);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      for (const listener of process.listeners(signal)) if (!before.includes(listener)) process.off(signal, listener);
  });
});
