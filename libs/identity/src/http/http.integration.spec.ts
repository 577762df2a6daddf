import 'reflect-metadata';
import { Controller, Get, Module, Post, Req } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { CLOCK, principalOf } from '#cqrs';
import { createFastifyAdapter, ProblemFilter } from '#http';
import { uuidv7 } from '#kernel';
import { issueEnrolmentCode } from '../features/issue-enrolment-code/issue-enrolment-code.ts';
import { issueResetCode } from '../features/issue-reset-code/issue-reset-code.ts';
import { Phone } from '../testing/phone.ts';
import { openWorld, passphrase, start, type World } from '../testing/world.ts';
import { AuthenticationModule } from './authentication.module.ts';
import { authenticateRequests } from './authenticate.ts';
import './problems.ts';

const post = '018c0000-0000-7000-8000-0000000000b1';
const site = { host: 'saksi.example', origin: 'https://saksi.example', 'sec-fetch-site': 'same-origin' };
const next = 'delapan ayam di ladang';

/** Stands for every other controller of the application. */
@Controller('api/probe')
class Probe {
  @Get()
  read(@Req() request: FastifyRequest): object {
    return principalOf(request);
  }
  @Post()
  write(@Req() request: FastifyRequest): object {
    return principalOf(request);
  }
}

@Module({})
class Parts {}

let world: World;
let app: NestFastifyApplication;
let guard: string;
let leader: string;

async function serve(secure: boolean): Promise<void> {
  const log = {
    error: (details: object) => {
      throw new Error(JSON.stringify(details));
    },
    warn: () => undefined,
  };
  const clock = { provide: CLOCK, useValue: world.clock };
  const adapter = createFastifyAdapter({ log });
  authenticateRequests(adapter.getInstance(), world.identity.sessions, {});
  const module = await Test.createTestingModule({
    imports: [{ module: Parts, global: true, providers: [clock], exports: [clock] }, AuthenticationModule.over(world.identity, { secure })],
    controllers: [Probe],
  }).compile();
  app = module.createNestApplication<NestFastifyApplication>(adapter, { logger: false });
  app.useGlobalFilters(new ProblemFilter(log));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}

beforeEach(async () => {
  world = await openWorld();
  guard = await world.person('guard-7', 'guard', { post });
  leader = await world.person('leader-1', 'squad-leader', { post });
  await serve(true);
});
afterEach(async () => {
  await app.close();
  await world.close();
});

type Headers = Readonly<Record<string, string>>;
const send = (method: 'GET' | 'POST', url: string, body?: object, headers: Headers = {}) =>
  app.inject({ method, url, headers: { 'accept-language': 'en', ...headers }, ...(body && { payload: body }) });
const identity = (what: string, body?: object, headers?: Headers) => send('POST', `/api/identity/${what}`, body, headers);

async function program(login = 'guard-7', secret = passphrase): Promise<Headers> {
  const { token } = (await identity('sign-in', { login, passphrase: secret, via: 'program' })).json<{ token: string }>();
  return { authorization: `Bearer ${token}` };
}

async function browser(): Promise<{ cookie: Headers; csrf: Headers; setCookie: string }> {
  const response = await identity('sign-in', { login: 'guard-7', passphrase }, site);
  const setCookie = String(response.headers['set-cookie']);
  const { csrf } = response.json<{ csrf: string }>();
  return { setCookie, cookie: { ...site, cookie: setCookie.split(';', 1)[0] ?? '' }, csrf: { 'saksi-csrf': csrf } };
}

describe('signing in as a program', () => {
  it('answers a bearer token, shown once and never cached, and no cookie', async () => {
    const response = await identity('sign-in', { login: 'guard-7', passphrase, via: 'program' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ account: guard, until: '2023-12-07T19:00:00.000+07:00', token: expect.stringMatching(/^[\w-]{43}$/) as string });
    expect(response.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('establishes who asks, without CSRF: no browser sends a bearer token by itself', async () => {
    const response = await send('POST', '/api/probe', {}, { ...(await program()), origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({ kind: 'person', user: guard });
  });
});

describe('signing in as a browser', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const { setCookie } = await browser();
    expect(setCookie).toMatch(/^saksi_session=[\w-]{43}; /);
    expect(setCookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Strict', 'Secure']);
  });

  it('answers no token in the body', async () => {
    const response = await identity('sign-in', { login: 'guard-7', passphrase }, site);
    expect(Object.keys(response.json<object>()).sort()).toEqual(['account', 'csrf', 'until']);
  });

  it('is Secure only where there is TLS', async () => {
    await app.close();
    await serve(false);
    expect((await browser()).setCookie).not.toContain('Secure');
  });

  it('is refused to another site', async () => {
    const response = await identity('sign-in', { login: 'guard-7', passphrase }, { ...site, origin: 'https://evil.example' });
    expect(response).toMatchObject({ statusCode: 403 });
    expect(response.headers['set-cookie']).toBeUndefined();
  });
});

describe('without a session', () => {
  it.each([
    ['nothing', {}],
    ['an unknown token', { authorization: `Bearer ${'A'.repeat(43)}` }],
    ['another scheme', { authorization: 'Basic Z3VhcmQ6Z3VhcmQ=' }],
    ['an unknown cookie', { cookie: `saksi_session=${'A'.repeat(43)}` }],
    ['a cookie of another name', { cookie: 'other=1; not_saksi_session=2' }],
  ])('%s is answered 401', async (_, headers) => {
    const response = await send('GET', '/api/probe', undefined, headers);
    expect(response.statusCode).toBe(401);
    expect(response.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'www-authenticate': 'Bearer realm="saksi"' });
    expect(response.json()).toMatchObject({ code: 'unauthenticated' });
  });

  it.each(['sign-out', 'sign-out-everywhere', 'change-passphrase', 'set-pin', 'collect-code', 'enrol-own-device'])('%s is answered 401', async (what) => {
    expect((await identity(what, {})).statusCode).toBe(401);
  });
});

describe('CSRF', () => {
  it('lets our own page change something', async () => {
    const { cookie, csrf } = await browser();
    expect((await send('POST', '/api/probe', {}, { ...cookie, ...csrf })).statusCode).toBe(201);
  });

  it('lets reading pass without it', async () => {
    const { cookie } = await browser();
    expect((await send('GET', '/api/probe', undefined, cookie)).json()).toMatchObject({ user: guard });
  });

  it.each([
    ['without the header', { 'saksi-csrf': '' }],
    ['with a wrong one', { 'saksi-csrf': 'x'.repeat(43) }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from our name on another port', { origin: 'https://saksi.example:8443' }],
    ['from an opaque origin', { origin: 'null' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site' }],
  ])('refuses what is sent %s, and changes nothing', async (_, headers) => {
    const { cookie, csrf } = await browser();
    const response = await identity('sign-out', undefined, { ...cookie, ...csrf, ...(headers as Headers) });
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ code: 'forged-request' });
    expect((await send('GET', '/api/probe', undefined, cookie)).statusCode).toBe(200);
  });

  it('refuses the token of another session', async () => {
    const [one, two] = [await browser(), await browser()];
    expect((await send('POST', '/api/probe', {}, { ...one.cookie, ...two.csrf })).statusCode).toBe(403);
  });
});

describe('me', () => {
  it('says who is signed in, what they hold and until when', async () => {
    const { cookie, csrf } = await browser();
    const response = await send('GET', '/api/identity/me', undefined, cookie);
    expect(response.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(response.json()).toEqual({
      account: guard,
      login: 'guard-7',
      roles: [{ role: 'guard', post }],
      posts: [post],
      hasPin: false,
      until: '2023-12-07T19:00:00.000+07:00',
      csrf: csrf['saksi-csrf'],
    });
  });
});

describe('signing out', () => {
  it('ends this session and takes the cookie back', async () => {
    const { cookie, csrf } = await browser();
    const other = await program();
    const response = await identity('sign-out', undefined, { ...cookie, ...csrf });
    expect(response.statusCode).toBe(204);
    expect(String(response.headers['set-cookie'])).toMatch(/^saksi_session=; Max-Age=0;/);
    expect((await send('GET', '/api/probe', undefined, cookie)).statusCode).toBe(401);
    expect((await send('GET', '/api/probe', undefined, other)).statusCode).toBe(200);
  });

  it('everywhere ends all of them', async () => {
    const [one, two] = [await program(), await program()];
    expect((await identity('sign-out-everywhere', undefined, one)).json()).toEqual({ ended: 2 });
    expect((await send('GET', '/api/probe', undefined, two)).statusCode).toBe(401);
  });
});

describe('wrong secrets', () => {
  it('are answered the same for a known and an unknown account', async () => {
    const [known, unknown] = await Promise.all(['guard-7', 'guard-8'].map((login) => identity('sign-in', { login, passphrase: 'wrong passphrase' })));
    const shown = (response: typeof known) => {
      const { correlationId: _, ...rest } = response?.json<{ correlationId: string }>() ?? { correlationId: '' };
      return { status: response?.statusCode, ...rest };
    };
    expect(shown(known)).toEqual(shown(unknown));
    expect(shown(known)).toMatchObject({ status: 401, code: 'wrong-credentials' });
  });

  it('lock out with Retry-After', async () => {
    for (let i = 0; i < 5; i += 1) await identity('sign-in', { login: 'guard-7', passphrase: 'wrong passphrase' });
    const response = await identity('sign-in', { login: 'guard-7', passphrase });
    expect(response.statusCode).toBe(429);
    expect(response.headers['retry-after']).toBe('900');
    expect(response.json()).toMatchObject({ code: 'locked-out', retryAfter: 900 });
  });

  it.each([
    ['sign-in', { login: 'guard-7' }, 'passphrase'],
    ['sign-in', { login: 'guard-7', passphrase, remember: true }, 'remember'],
    ['sign-in', { login: 7, passphrase }, 'login'],
    ['use-reset-code', { login: 'guard-7', code: 'x' }, 'next'],
  ])('%s names the field that is not as asked for, and never its value', async (what, body, path) => {
    const response = await identity(what, body);
    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: { path: string }[] }>().errors.map((error) => error.path)).toEqual([path]);
    expect(response.body).not.toContain(passphrase);
  });
});

describe('own secrets', () => {
  it('a passphrase is changed', async () => {
    expect((await identity('change-passphrase', { current: passphrase, next }, await program())).statusCode).toBe(204);
    expect((await identity('sign-in', { login: 'guard-7', passphrase })).statusCode).toBe(401);
    expect((await identity('sign-in', { login: 'guard-7', passphrase: next })).statusCode).toBe(200);
  });

  it('a weak one is refused with a sentence in the asked language', async () => {
    const response = await identity('change-passphrase', { current: passphrase, next: 'short' }, { ...(await program()), 'accept-language': 'id' });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'invalid-fields', errors: [{ path: 'next', code: 'too-short' }] });
    expect(response.headers['content-language']).toBe('id');
  });

  it('a PIN is set', async () => {
    const session = await program();
    expect((await identity('set-pin', { passphrase, pin: '730512' }, session)).statusCode).toBe(204);
    expect((await send('GET', '/api/identity/me', undefined, session)).json()).toMatchObject({ hasPin: true });
    await expect(world.identity.signIn.checkPin(guard, '730512')).resolves.toBeUndefined();
  });
});

describe('codes', () => {
  const issue = async (slice: typeof issueResetCode | typeof issueEnrolmentCode): Promise<string> => {
    const code = uuidv7(start);
    await world.recorder.record(slice, { account: guard }, { commandId: code, principal: { kind: 'person', user: leader, session: 's' }, voice: 'asked' });
    return code;
  };

  it('a squad leader hands out a reset code, once, and the guard uses it, once', async () => {
    const asked = { account: guard, code: await issue(issueResetCode) };
    expect((await identity('collect-code', asked, await program())).statusCode).toBe(404);
    const session = await program('leader-1');
    const collected = await identity('collect-code', asked, session);
    expect(collected.json()).toEqual({ text: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/) as string, until: '2023-11-30T19:30:00.000+07:00' });
    expect((await identity('collect-code', asked, session)).statusCode).toBe(404);
    const { text } = collected.json<{ text: string }>();
    expect((await identity('use-reset-code', { login: 'guard-7', code: text, next })).statusCode).toBe(204);
    expect((await identity('use-reset-code', { login: 'guard-7', code: text, next: passphrase })).statusCode).toBe(401);
    expect((await identity('sign-in', { login: 'guard-7', passphrase: next })).statusCode).toBe(200);
  });

  it('a guard enrols their own phone with an enrolment code; what is refused gives the code back', async () => {
    const collected = await identity('collect-code', { account: guard, code: await issue(issueEnrolmentCode) }, await program('leader-1'));
    const { text } = collected.json<{ text: string }>();
    const session = await program();
    const phone = new Phone('018c0000-0000-7000-8000-0000000000f1');
    const enrol = { code: text, device: phone.id, publicKey: phone.publicKey, algorithm: phone.algorithm };
    const refused = await identity('enrol-own-device', { ...enrol, algorithm: 'ecdsa-p256' }, session);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ objections: [{ code: 'identity.key-not-usable' }] });
    expect((await identity('enrol-own-device', enrol, session)).statusCode).toBe(204);
    expect((await identity('enrol-own-device', { ...enrol, device: post }, session)).statusCode).toBe(401);
    expect(await world.eventsOf(guard)).toContainEqual({
      type: 'identity.device-enrolled.v1',
      data: { device: phone.id, publicKey: phone.publicKey, algorithm: 'ed25519' },
    });
  });

  it('a guard’s next phone takes the place of the one before, believed as far as it says that it has signed', async () => {
    const session = await program();
    const enrols = async (phone: Phone, more: object = {}): Promise<number> => {
      const collected = await identity('collect-code', { account: guard, code: await issue(issueEnrolmentCode) }, await program('leader-1'));
      const enrol = { code: collected.json<{ text: string }>().text, device: phone.id, publicKey: phone.publicKey, algorithm: phone.algorithm, ...more };
      return (await identity('enrol-own-device', enrol, session)).statusCode;
    };
    const [before, next, other] = [1, 2, 3].map((number) => new Phone(`018c0000-0000-7000-8000-0000000000f${number}`)) as [Phone, Phone, Phone];
    await enrols(before);
    expect(await enrols(next, { replaces: other.id })).toBe(409);
    expect(await enrols(next, { replaces: before.id, replacedSeq: 9 })).toBe(204);
    expect(await enrols(other, { replaces: next.id })).toBe(204);
    const { publicKey, algorithm } = next;
    expect(await world.eventsOf(guard)).toEqual(
      expect.arrayContaining([
        { type: 'identity.device-enrolled.v1', data: { device: next.id, publicKey, algorithm, replaces: before.id } },
        { type: 'identity.device-revoked.v1', data: { device: before.id, lastTrustedSeq: 9 } },
        { type: 'identity.device-revoked.v1', data: { device: next.id } },
      ]),
    );
  });
});
