import 'reflect-metadata';
import { Body, Controller, Get, HttpException, Module, Param, Post, Query, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventStoreUnavailable, OutcomeUnknown } from '#event-store';
import { settableClock } from '#kernel';
import { parseEnvelope } from '../envelope/envelope.ts';
import { parseBody, parseQuery } from '../fields/parse.ts';
import { Id, Words } from '../fields/plain.ts';
import { Optional } from '../fields/combined.ts';
import { createFastifyAdapter } from '../server/adapter.ts';
import { createLog } from '../server/log.ts';
import { knowObjections } from './objections.ts';
import { problem } from './problem.ts';
import { ProblemFilter } from './filter.ts';
import { problemCodes, problems, type ProblemCode, type ProblemKind } from './catalogue.ts';

const id = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11';

class Admit {
  @Id('The door') door!: string;
  @Words('The badge', { max: 5 }) badge!: string;
}
class Inside {
  @Optional(Id('The door')) door?: string;
}

@Controller('api/spec')
class SpecController {
  @Post('admit')
  admit(@Body() body: unknown): object {
    return parseBody(Admit, body);
  }
  @Post('enveloped')
  enveloped(): object {
    return parseEnvelope({}, { clock: settableClock(0) });
  }
  @Get('inside')
  inside(@Query() query: unknown): object {
    return parseQuery(Inside, query);
  }
  @Get('one/:id')
  one(@Param('id') one: string): object {
    return { one };
  }
  @Get('fail/:how')
  fail(@Param('how') how: string): never {
    if (how === 'full') throw new EventStoreUnavailable('The disk is full.', { retryAfter: 7, diskFull: true });
    if (how === 'lost') throw new OutcomeUnknown('The writer died.');
    if (how === 'nest') throw new HttpException('Budi Rahasia', 403);
    if (how === 'objected') throw problem('objections-stand', { objections: new Map([['spec.http-full', { inside: 3 }]]) });
    if (how === 'unexpected') throw new TypeError('Budi Rahasia', { cause: new Error('Budi Rahasia') });
    throw problem(how as ProblemCode);
  }
}

@Module({ controllers: [SpecController] })
class SpecModule {}

const lines: string[] = [];
let app: INestApplication & NestFastifyApplication;

beforeAll(async () => {
  knowObjections({ 'spec.http-full': { id: 'Penuh: {inside}.', en: 'Full: {inside}.' } });
  const log = createLog({ destination: { write: (line: string) => void lines.push(line) } });
  app = await NestFactory.create<NestFastifyApplication & INestApplication>(SpecModule, createFastifyAdapter({ log, bodyBytes: 1_000, parameterLength: 50 }), {
    logger: false,
  });
  app.useGlobalFilters(new ProblemFilter(log));
  await app.init();
});
afterAll(() => app.close());
beforeEach(() => void lines.splice(0));

type Request = Parameters<NestFastifyApplication['inject']>[0];

async function ask(
  request: Exclude<Request, string>,
  language?: string,
): Promise<{ status: number; headers: Record<string, unknown>; body: Record<string, unknown> }> {
  const answer = await app.inject({ ...request, headers: { ...request.headers, ...(language && { 'accept-language': language }) } });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<Record<string, unknown>>() };
}

const json = { 'content-type': 'application/json' };
const post = (payload: string | Buffer, headers: Record<string, string> = json): Exclude<Request, string> => ({
  method: 'POST',
  url: '/api/spec/admit',
  headers,
  payload,
});

describe('a request with a fault is answered with a problem', () => {
  it.each<[string, Exclude<Request, string>, ProblemCode, (readonly (readonly [string, string])[])?]>([
    ['an unknown field', post(JSON.stringify({ door: id, badge: 'T', colour: 1 })), 'invalid-fields', [['colour', 'unknown-field']]],
    ['a wrong type', post(JSON.stringify({ door: 7, badge: 'T' })), 'invalid-fields', [['door', 'not-a-uuid']]],
    ['too long a text', post(JSON.stringify({ door: id, badge: 'TTTTTT' })), 'invalid-fields', [['badge', 'too-long']]],
    ['a lone surrogate', post(`{"door":"${id}","badge":"\\ud800"}`), 'invalid-fields', [['badge', 'lone-surrogate']]],
    ['a polluting key', post(`{"door":"${id}","badge":"T","__proto__":{"x":1}}`), 'invalid-fields', [['__proto__', 'unknown-field']]],
    ['an unknown query parameter', { method: 'GET', url: '/api/spec/inside?colour=red' }, 'invalid-fields', [['colour', 'unknown-field']]],
    ['a missing envelope', { method: 'POST', url: '/api/spec/enveloped', headers: json, payload: '{}' }, 'invalid-envelope', [['Idempotency-Key', 'required']]],
    ['half a JSON', post('{"door":'), 'malformed-json'],
    ['an empty body', post(''), 'malformed-json'],
    ['bytes that are no UTF-8', post(Buffer.from([0x22, 0xff, 0x22])), 'malformed-json'],
    ['text', post('door', { 'content-type': 'text/plain' }), 'unsupported-media-type'],
    ['a form', post('door=1', { 'content-type': 'application/x-www-form-urlencoded' }), 'unsupported-media-type'],
    ['an oversized body', post(`"${'x'.repeat(2_000)}"`), 'body-too-large'],
    ['an address that is none', { method: 'GET', url: '/api/spec/nothing' }, 'no-such-address'],
    ['an address in another case', { method: 'GET', url: '/API/spec/inside' }, 'no-such-address'],
    ['another method', { method: 'GET', url: '/api/spec/admit' }, 'method-not-allowed'],
    ['too long a parameter', { method: 'GET', url: `/api/spec/one/${'x'.repeat(60)}` }, 'address-too-long'],
    ['a malformed address', { method: 'GET', url: '/api/spec/one/%ff' }, 'malformed-request'],
    ['a refusal of Nest', { method: 'GET', url: '/api/spec/fail/nest' }, 'forbidden'],
    ['a full disk', { method: 'GET', url: '/api/spec/fail/full' }, 'disk-full'],
    ['a lost outcome', { method: 'GET', url: '/api/spec/fail/lost' }, 'outcome-unknown'],
    ['what nobody expected', { method: 'GET', url: '/api/spec/fail/unexpected' }, 'unexpected'],
  ])('%s', async (...[, request, code, faults]) => {
    const { detail, ofCommand }: ProblemKind = problems[code];
    for (const language of ['id', 'en'] as const) {
      const { status, headers, body } = await ask(request, language);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(headers['content-language']).toBe(language);
      expect(body).toMatchObject({
        type: `urn:saksi:problem:${code}`,
        code,
        status: problems[code].status,
        title: problems[code].title[language],
        detail: [detail, ...(ofCommand && request.method !== 'GET' ? [ofCommand] : [])].map((sentence) => sentence[language]).join(' '),
      });
      expect(status).toBe(problems[code].status);
      expect(headers['saksi-correlation-id']).toBe(body['correlationId']);
      if (faults) expect((body['errors'] as { path: string; code: string }[]).map((error) => [error.path, error.code])).toEqual(faults);
      expect(JSON.stringify(body)).not.toContain('Rahasia');
    }
  });

  it.each(problemCodes)('%s, in the language that is asked for', async (code) => {
    const { status, body } = await ask({ method: 'GET', url: `/api/spec/fail/${code}` }, 'de, en;q=0.4, id;q=0.2');
    expect([status, body['title']]).toEqual([problems[code].status, problems[code].title.en]);
  });

  it('in Indonesian when nothing is asked for', async () =>
    expect((await ask({ method: 'GET', url: '/api/spec/nothing' })).headers['content-language']).toBe('id'));

  it('with the objections in the words of their context', async () =>
    expect((await ask({ method: 'GET', url: '/api/spec/fail/objected' }, 'en')).body['objections']).toEqual([
      { code: 'spec.http-full', message: 'Full: 3.', details: { inside: 3 } },
    ]));

  it('that says when to come back', async () => expect((await ask({ method: 'GET', url: '/api/spec/fail/full' })).headers['retry-after']).toBe('7'));

  it('that says which method the address takes', async () => expect((await ask({ method: 'GET', url: '/api/spec/admit' })).headers['allow']).toBe('POST'));

  it('that says how to sign in', async () =>
    expect((await ask({ method: 'GET', url: '/api/spec/fail/unauthenticated' })).headers['www-authenticate']).toBe('Bearer realm="saksi"'));
});

describe('the correlation id', () => {
  it("is the request's own, else the command's, else a new one", async () => {
    const answered = async (headers: Record<string, string>): Promise<unknown> =>
      (await ask({ method: 'GET', url: '/api/spec/nothing', headers })).body['correlationId'];
    expect(await answered({ 'saksi-correlation-id': id, 'idempotency-key': id.replace('018c', '018d') })).toBe(id);
    expect(await answered({ 'idempotency-key': id })).toBe(id);
    expect(await answered({ 'idempotency-key': 'nonsense' })).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });
});

describe('the log', () => {
  it('tells an unexpected error once, where it came from and not what it said', async () => {
    await ask({ method: 'GET', url: '/api/spec/fail/unexpected', headers: { 'saksi-correlation-id': id } });
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ level: 'error', correlationId: id, trace: { name: 'TypeError', cause: { name: 'Error' } } });
    expect(lines.join()).toContain('filter.spec');
    expect(lines.join()).not.toContain('Rahasia');
  });

  it("does not speak of what is only a person's mistake", async () => {
    await ask(post('{"door":'));
    expect(lines).toEqual([]);
  });
});
