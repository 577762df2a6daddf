import { deviceEnrolled, deviceRevoked } from '#identity';
import { formatWib } from '#kernel';
import { nightAtKemelak } from '#testing';
import type { Answer, Request } from './support/ask.ts';
import { gate, named, openKemelak, otherGate, otherPost, post, type Kemelak, type Person } from './support/kemelak.ts';
import { phone } from './support/phone.ts';

/*
 * Everything that a person, a program or a forger can send wrongly. Each is answered with its problem, in both
 * languages, and leaves no event; testimony is kept, and what is wrong with it is named.
 */

let kemelak: Kemelak;
let guard: Person;
let leader: Person;
let commander: Person;

const trusted = phone(named('phone of the guard'));
const lost = phone(named('lost phone of the guard'));
const stranger = phone(named('phone that nobody enrolled'));

beforeAll(async () => {
  kemelak = await openKemelak();
  guard = await kemelak.person('guard', 'guard', { post });
  leader = await kemelak.person('squad leader', 'squad-leader', { post });
  commander = await kemelak.person('commander', 'commander', { area: '1601' });
  await kemelak.given(`account-${guard.user}`, [deviceEnrolled(trusted.enrolled), deviceEnrolled(lost.enrolled), deviceRevoked({ device: lost.id })]);
});
afterAll(() => kemelak.close());

const key = (name: string): Record<string, string> => ({ 'idempotency-key': named(`key ${name}`) });
const lock = { door: gate, post, reason: 'night' };
const unlock = { door: gate, post };
const guest = { visit: named('visit'), post, guest: named('guest') };
const secret = 'Siti Rahasia';
const report = { ...guest, name: { value: secret }, identityType: 'ktp', purpose: { value: 'Mengantar segel.' }, minutesAllowed: 30 };
const admit = { ...guest, door: gate, badge: 'T-12' };

const now = formatWib(nightAtKemelak);
const tomorrow = formatWib(nightAtKemelak + 86_400_000);
const withoutOffset = '2023-12-01T02:00:00';
const signature = 'A'.repeat(86);
const device = `${named('some phone')};1;${now}`;

interface Refusal {
  readonly status: number;
  readonly code: string;
  /** Where it is wrong and how; a field's path, or a header's name. */
  readonly at?: readonly [path: string, code: string];
  /** What stands against the command. */
  readonly objections?: readonly string[];
}

type Wrong = readonly [what: string, request: () => Request, refusal: Refusal];

/** A command by the guard under a key of its own. */
const command = (name: string, body: Request['body'], headers: Request['headers'] = {}): Request => ({
  to: `/api/access/${name}`,
  as: guard,
  ...(body !== undefined && { body }),
  headers: { ...key(`refused ${name}`), ...headers },
});
const asks = (to: string, headers: Request['headers'] = {}): Request => ({ to, as: guard, headers });

const fields = (path: string, code: string): Refusal => ({ status: 400, code: 'invalid-fields', at: [path, code] });
const envelope = (header: string, code: string): Refusal => ({ status: 400, code: 'invalid-envelope', at: [header, code] });
const objected = (...objections: readonly string[]): Refusal => ({ status: 409, code: 'objections-stand', objections });

const wrongFields: readonly Wrong[] = [
  ['an unknown field', () => command('lock-door', { ...lock, colour: 'red' }), fields('colour', 'unknown-field')],
  [
    'an unknown field of a personal value',
    () => command('report-guest', { ...report, name: { value: secret, said: 1 } }),
    fields('name.said', 'unknown-field'),
  ],
  ['a field that is missing', () => command('lock-door', { door: gate, post }), fields('reason', 'required')],
  ['a number in the place of an id', () => command('lock-door', { ...lock, door: 12 }), fields('door', 'not-a-uuid')],
  ['an id in upper case', () => command('lock-door', { ...lock, door: gate.toUpperCase() }), fields('door', 'not-a-uuid')],
  ['a word in the place of a number', () => command('report-guest', { ...report, minutesAllowed: 'thirty' }), fields('minutesAllowed', 'not-an-integer')],
  ['a bare name in the place of a personal value', () => command('report-guest', { ...report, name: secret }), fields('name', 'not-an-object')],
  ['a number in the place of text', () => command('admit-guest', { ...admit, badge: 12 }), fields('badge', 'not-text')],
  ['a word outside a closed list', () => command('lock-door', { ...lock, reason: 'boredom' }), fields('reason', 'not-one-of')],
  ['text that is too long', () => command('admit-guest', { ...admit, badge: 'T'.repeat(13) }), fields('badge', 'too-long')],
  ['a name that is too long', () => command('report-guest', { ...report, name: { value: secret.repeat(20) } }), fields('name.value', 'too-long')],
  ['text that is empty', () => command('admit-guest', { ...admit, badge: '  ' }), fields('badge', 'empty')],
  ['a number beyond its bounds', () => command('report-guest', { ...report, minutesAllowed: 100_000 }), fields('minutesAllowed', 'too-large')],
  ['a lone surrogate', () => command('admit-guest', JSON.stringify({ ...admit, badge: '?' }).replace('?', '\\ud83d')), fields('badge', 'lone-surrogate')],
  ['a control character', () => command('admit-guest', { ...admit, badge: 'T\u00001' }), fields('badge', 'control-character')],
  ['a salt that is none', () => command('report-guest', { ...report, name: { value: secret, salt: 'salty' } }), fields('name.salt', 'not-a-salt')],
  ['a list in the place of the body', () => command('lock-door', [lock]), fields('', 'not-an-object')],
  ['a time without offset', () => asks(`/api/access/who-is-inside?post=${post}&at=${withoutOffset}`), fields('at', 'not-a-moment')],
  ['an unknown query parameter', () => asks(`/api/access/doors?post=${post}&colour=red`), fields('colour', 'unknown-field')],
  ['a page of no entries', () => asks(`/api/access/visits?post=${post}&limit=0`), fields('limit', 'too-small')],
  ['a page beyond the limit', () => asks(`/api/access/visits?post=${post}&limit=501`), fields('limit', 'too-large')],
];

const wrongBodies: readonly Wrong[] = [
  ['malformed JSON', () => command('lock-door', '{"door":'), { status: 400, code: 'malformed-json' }],
  ['an empty body', () => command('lock-door', ''), { status: 400, code: 'malformed-json' }],
  ['bytes that are no UTF-8', () => command('lock-door', Buffer.from([0x22, 0xff, 0x22])), { status: 400, code: 'malformed-json' }],
  ['an oversized body', () => command('lock-door', { ...lock, reason: 'x'.repeat(300_000) }), { status: 413, code: 'body-too-large' }],
  [
    'an unsupported media type',
    () => command('lock-door', 'door=1', { 'content-type': 'application/x-www-form-urlencoded' }),
    { status: 415, code: 'unsupported-media-type' },
  ],
  ['a body without a media type', () => command('lock-door', lock, { 'content-type': undefined }), { status: 415, code: 'unsupported-media-type' }],
];

const wrongEnvelopes: readonly Wrong[] = [
  ['no key', () => command('lock-door', lock, { 'idempotency-key': undefined }), envelope('Idempotency-Key', 'required')],
  ['a key that is no UUID', () => command('lock-door', lock, { 'idempotency-key': 'seven' }), envelope('Idempotency-Key', 'not-a-uuid')],
  ['a correlation id that is no UUID', () => command('lock-door', lock, { 'saksi-correlation-id': 'seven' }), envelope('Saksi-Correlation-Id', 'not-a-uuid')],
  [
    'an author who is no UUID',
    () => command('lock-door', lock, { 'saksi-author': 'the guard', 'saksi-device': device, 'saksi-signature': signature, 'saksi-occurred-at': now }),
    envelope('Saksi-Author', 'not-a-uuid'),
  ],
  ['an author without a signature', () => command('lock-door', lock, { 'saksi-author': named('someone') }), envelope('Saksi-Signature', 'required')],
  [
    'a time of the event without offset',
    () => command('lock-door', lock, { 'saksi-occurred-at': withoutOffset }),
    envelope('Saksi-Occurred-At', 'not-a-moment'),
  ],
  ['testimony without a time of the event', () => command('lock-door', lock, { 'saksi-voice': 'testified' }), envelope('Saksi-Occurred-At', 'required')],
  ['an unknown voice', () => command('lock-door', lock, { 'saksi-voice': 'whispered' }), envelope('Saksi-Voice', 'not-one-of')],
  [
    'testimony that says it is asked',
    () => command('lock-door', lock, { 'saksi-voice': 'asked', 'saksi-testimony': 'told', 'saksi-occurred-at': now }),
    envelope('Saksi-Voice', 'not-one-of'),
  ],
  [
    'an unknown kind of testimony',
    () => command('lock-door', lock, { 'saksi-testimony': 'rumour', 'saksi-occurred-at': now }),
    envelope('Saksi-Testimony', 'not-one-of'),
  ],
  [
    'a signed entry that says it was told',
    () => command('lock-door', lock, { 'saksi-testimony': 'told', 'saksi-device': device, 'saksi-signature': signature, 'saksi-occurred-at': now }),
    envelope('Saksi-Testimony', 'told-by-a-device'),
  ],
  [
    'a device that is none',
    () => command('lock-door', lock, { 'saksi-device': 'my phone', 'saksi-signature': signature, 'saksi-occurred-at': now }),
    envelope('Saksi-Device', 'not-a-device'),
  ],
  [
    'a device whose clock has no offset',
    () => command('lock-door', lock, { 'saksi-device': `${named('some phone')};1;${withoutOffset}`, 'saksi-signature': signature, 'saksi-occurred-at': now }),
    envelope('Saksi-Device', 'not-a-device'),
  ],
  [
    'a signature without its device',
    () => command('lock-door', lock, { 'saksi-signature': signature, 'saksi-occurred-at': now }),
    envelope('Saksi-Device', 'required'),
  ],
  [
    'a device without its signature',
    () => command('lock-door', lock, { 'saksi-device': device, 'saksi-occurred-at': now }),
    envelope('Saksi-Signature', 'required'),
  ],
  [
    'a signature that is none',
    () => command('lock-door', lock, { 'saksi-device': device, 'saksi-signature': 'signed', 'saksi-occurred-at': now }),
    envelope('Saksi-Signature', 'not-a-signature'),
  ],
  [
    'a hash of the entry before that is none',
    () => command('lock-door', lock, { 'saksi-device': device, 'saksi-signature': signature, 'saksi-previous': 'the last', 'saksi-occurred-at': now }),
    envelope('Saksi-Previous', 'not-a-hash'),
  ],
  ['a position that is none', () => asks(`/api/access/doors?post=${post}`, { 'saksi-after': 'yesterday' }), envelope('Saksi-After', 'not-a-position')],
];

const wrongPeopleAndPlaces: readonly Wrong[] = [
  ['no session', () => ({ to: '/api/access/lock-door', body: lock, headers: key('nobody') }), { status: 401, code: 'unauthenticated' }],
  ['a session that is none', () => ({ ...command('lock-door', lock), as: { ...guard, token: 'x'.repeat(43) } }), { status: 401, code: 'unauthenticated' }],
  ['the wrong role', () => ({ ...command('lock-door', lock), as: commander }), { status: 403, code: 'forbidden' }],
  ['the wrong post', () => command('lock-door', { ...lock, door: otherGate, post: otherPost }), { status: 404, code: 'not-found' }],
  ['a door of another post under the own one', () => command('lock-door', { ...lock, door: otherGate }), { status: 404, code: 'not-found' }],
  ['a question about another post', () => asks(`/api/access/doors?post=${otherPost}`), { status: 404, code: 'not-found' }],
  ['an unknown id in a command', () => command('lock-door', { ...lock, door: named('no door') }), objected('access.door-not-registered')],
  ['an unknown id in a question', () => asks(`/api/access/visit?post=${post}&visit=${named('no visit')}`), { status: 404, code: 'not-found' }],
  ['the wrong state', () => command('unlock-door', unlock), objected('access.door-already-unlocked')],
  ['a time in the future', () => command('lock-door', lock, { 'saksi-occurred-at': tomorrow }), { status: 422, code: 'in-the-future' }],
  ['an unknown address', () => asks('/api/access/open-sesame'), { status: 404, code: 'no-such-address' }],
  ['a question to a command', () => asks('/api/access/lock-door'), { status: 405, code: 'method-not-allowed' }],
  ['a method that nothing takes', () => ({ ...asks(`/api/access/doors?post=${post}`), method: 'DELETE' }), { status: 405, code: 'method-not-allowed' }],
  ['a cursor that was made up', () => asks(`/api/access/visits?post=${post}&cursor=made-up`), { status: 400, code: 'cursor-from-elsewhere' }],
];

const lockAsSigned = { author: named('guard'), name: 'access.lock-door', occurredAt: now, clock: nightAtKemelak, body: lock };
const signedLock = (by: typeof trusted, name: string, changed: Request['headers'] = {}, what: Partial<typeof lockAsSigned> = {}): Request =>
  command('lock-door', lock, { ...by.headers({ ...lockAsSigned, ...what, commandId: named(`key ${name}`) }), ...changed });

const wrongSignatures: readonly Wrong[] = [
  [
    'a signature that fits another entry',
    () => signedLock(trusted, 'asked with a bad signature', { 'saksi-signature': signature }),
    { status: 403, code: 'bad-signature' },
  ],
  [
    'a signature of another body',
    () => signedLock(trusted, 'asked with another body', {}, { body: { ...lock, reason: 'order' } }),
    { status: 403, code: 'bad-signature' },
  ],
  ['a revoked device', () => signedLock(lost, 'asked by a lost phone'), { status: 403, code: 'device-not-trusted' }],
  ['a device that nobody enrolled', () => signedLock(stranger, 'asked by a strange phone'), { status: 403, code: 'device-not-trusted' }],
];

const sentences = ({ body }: Answer): readonly unknown[] => [
  body['title'],
  body['detail'],
  ...listIn(body['errors'], 'message'),
  ...listIn(body['objections'], 'message'),
];

const listIn = (list: unknown, name: string): readonly unknown[] =>
  Array.isArray(list) ? list.map((each: unknown) => (each as Record<string, unknown>)[name]) : [];

const isSentence = (text: unknown): boolean => typeof text === 'string' && /^\p{Lu}[^{}]+$/u.test(text);

/** The problem as the issue demands it, but for its sentences. */
function expectProblem({ status, headers, body }: Answer, language: 'id' | 'en', refusal: Refusal): void {
  expect(body).toMatchObject({ status: refusal.status, type: `urn:saksi:problem:${refusal.code}`, code: refusal.code });
  expect(status).toBe(refusal.status);
  expect(headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'content-language': language });
  expect(headers['saksi-correlation-id']).toBe(body['correlationId']);
  if (refusal.at) expect(body['errors']).toContainEqual(expect.objectContaining({ path: refusal.at[0], code: refusal.at[1] }));
  else expect(body).not.toHaveProperty('errors');
  expect(listIn(body['objections'], 'code')).toEqual(refusal.objections ?? []);
}

describe.each([
  ['fields', wrongFields],
  ['bodies', wrongBodies],
  ['envelopes', wrongEnvelopes],
  ['people, places and states', wrongPeopleAndPlaces],
  ['signatures', wrongSignatures],
])('wrong %s', (_, wrong) => {
  it.each(wrong)('%s is refused, in both languages, and nothing is written', async (_what, request, refusal) => {
    const before = await kemelak.head();
    const inIndonesian = await kemelak.ask({ ...request(), language: 'id' });
    const inEnglish = await kemelak.ask({ ...request(), language: 'en' });
    expectProblem(inIndonesian, 'id', refusal);
    expectProblem(inEnglish, 'en', refusal);
    for (const [index, sentence] of sentences(inIndonesian).entries()) {
      const translated = sentences(inEnglish)[index];
      expect([isSentence(sentence), isSentence(translated), sentence === translated]).toEqual([true, true, false]);
    }
    expect(JSON.stringify([inIndonesian.body, inEnglish.body])).not.toContain(secret);
    expect(await kemelak.head()).toBe(before);
  });
});

describe('what a refusal also says', () => {
  it('which methods an address takes', async () => expect((await kemelak.ask(asks('/api/access/lock-door'))).headers['allow']).toBe('POST'));

  it('how to sign in', async () => expect((await kemelak.ask({ to: '/api/identity/me' })).headers['www-authenticate']).toBe('Bearer realm="saksi"'));

  it('which roles may', async () =>
    expect((await kemelak.ask({ ...command('lock-door', lock), as: commander })).body).toMatchObject({ parameters: { roles: ['guard', 'squad-leader'] } }));

  it('all that is wrong at once', async () => {
    const { body } = await kemelak.ask(command('report-guest', { ...report, guest: 'me', minutesAllowed: 0, colour: 'red' }));
    expect(listIn(body['errors'], 'path')).toEqual(['guest', 'minutesAllowed', 'colour']);
  });

  it('Indonesian, when neither language is asked for', async () =>
    expect((await kemelak.ask({ ...asks('/api/access/open-sesame'), headers: { 'accept-language': 'fr' } })).headers['content-language']).toBe('id'));
});

describe('a cursor', () => {
  const visits = `/api/access/visits?post=${post}&limit=1`;
  let cursor: string;

  beforeAll(async () => {
    for (const name of ['first', 'second']) {
      const told = { ...report, visit: named(`${name} visit`), guest: named(`${name} guest`) };
      expect(await kemelak.ask(command('report-guest', told, key(`report ${name}`)))).toMatchObject({ status: 201 });
    }
    const { body } = await kemelak.ask(asks(visits, { 'saksi-after': String(await kemelak.head()) }));
    cursor = String(body['next']);
  });

  it('goes on where the page ended', async () => expect(await kemelak.ask(asks(`${visits}&cursor=${cursor}`))).toMatchObject({ status: 200 }));

  it.each([
    ['of another question', () => `/api/access/shifts?post=${post}&limit=1&cursor=${cursor}`],
    ['of the same question about something else', () => `${visits}&guest=${named('first guest')}&cursor=${cursor}`],
    ['that was changed', () => `${visits}&cursor=${cursor.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`],
    ['that was cut off', () => `${visits}&cursor=${cursor.slice(0, -1)}`],
    ['sent twice', () => `${visits}&cursor=${cursor}&cursor=${cursor}`],
  ])('%s is refused', async (_, to) => {
    for (const language of ['id', 'en'] as const) {
      const answer = await kemelak.ask({ ...asks(to()), language });
      expectProblem(answer, language, { status: 400, code: 'cursor-from-elsewhere' });
      expect(answer.body).toMatchObject({ parameters: { path: 'cursor' } });
    }
  });
});

describe('a key', () => {
  const first = { as: () => guard, body: { ...lock, reason: 'delivery' }, headers: key('locked for a delivery') };
  let answered: Answer;
  let after: bigint;

  beforeAll(async () => {
    const before = await kemelak.head();
    answered = await kemelak.ask(command('lock-door', first.body, first.headers));
    after = await kemelak.head();
    expect(answered).toMatchObject({ status: 201, body: { command: first.headers['idempotency-key'], stream: `door-${gate}`, contradicts: [] } });
    expect(after).toBe(before + 1n);
  });

  it('with the same body gets the first answer, marked as repeated', async () => {
    const again = await kemelak.ask(command('lock-door', first.body, first.headers));
    expect([again.status, again.body, again.headers['saksi-repeated']]).toEqual([201, answered.body, 'true']);
    expect(answered.headers).not.toHaveProperty('saksi-repeated');
    expect(await kemelak.head()).toBe(after);
  });

  it.each([
    ['another body', () => command('lock-door', { ...first.body, reason: 'order' }, first.headers)],
    ['another command', () => command('unlock-door', unlock, first.headers)],
    ['another time of the event', () => command('lock-door', first.body, { ...first.headers, 'saksi-occurred-at': formatWib(nightAtKemelak - 60_000) })],
    ['another user', () => ({ ...command('lock-door', first.body, first.headers), as: leader })],
  ])('with %s is refused, and reveals nothing of the first', async (_, request) => {
    for (const language of ['id', 'en'] as const) {
      const answer = await kemelak.ask({ ...request(), language });
      expectProblem(answer, language, { status: 422, code: 'key-used-otherwise' });
      expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${gate}|delivery|${guard.user}`));
    }
    expect(await kemelak.head()).toBe(after);
  });

  it('of a signed command gets the first answer too: its device is not taken to repeat itself', async () => {
    const signed = command(
      'unlock-door',
      unlock,
      trusted.headers({ ...lockAsSigned, name: 'access.unlock-door', body: unlock, commandId: named('key signed unlocking') }),
    );
    const once = await kemelak.ask(signed);
    expect([once.status, (await kemelak.ask(signed)).body]).toEqual([201, once.body]);
    expect((await kemelak.ask(command('lock-door', lock, key('locked again')))).status).toBe(201);
  });

  it('that was refused decides again: refusals are not remembered', async () => {
    const headers = key('unlocked later');
    const { body } = await kemelak.ask(command('lock-door', lock, headers));
    expect(body).toMatchObject({ code: 'objections-stand' });
    expect((await kemelak.ask(command('unlock-door', unlock, headers))).status).toBe(201);
  });
});

describe('testimony', () => {
  const latest = async () => (await kemelak.eventsOf(`door-${gate}`)).at(-1);

  it.each([
    [
      'with a bad signature',
      'bad-signature',
      () => signedLock(trusted, 'told with a bad signature', { 'saksi-voice': 'testified', 'saksi-signature': signature }),
    ],
    ['by a device that nobody enrolled', 'unknown-device', () => signedLock(stranger, 'told by a strange phone', { 'saksi-voice': 'testified' })],
  ])('%s is kept, marked "%s", and its sender is told', async (_, mark, request) => {
    const sent = request();
    const { status, body } = await kemelak.ask(sent);
    expect([status, body['command']]).toEqual([201, sent.headers?.['idempotency-key']]);
    expect(body['marks']).toEqual(expect.arrayContaining([mark]));
    expect(await latest()).toMatchObject({
      type: 'access.door-locked.v1',
      metadata: { commandId: body['command'], voice: 'testified', method: 'device', actor: { user: guard.user }, device: { marks: body['marks'] } },
    });
    expect((await kemelak.ask(sent)).body).toEqual(body);
  });

  it('of another author with a bad signature lends nobody their name', async () => {
    const sent = {
      ...signedLock(trusted, 'in the name of the guard', { 'saksi-voice': 'testified', 'saksi-signature': signature, 'saksi-author': guard.user }),
      as: leader,
    };
    expect((await kemelak.ask(sent)).body).toMatchObject({ marks: expect.arrayContaining(['bad-signature']) as unknown });
    expect(await latest()).toMatchObject({ metadata: { actor: { user: leader.user, role: 'squad-leader' }, claimedAuthor: guard.user } });
  });

  it('of the future is kept and marked', async () => {
    const { status, body } = await kemelak.ask(
      command('lock-door', lock, { ...key('told of tomorrow'), 'saksi-testimony': 'told', 'saksi-occurred-at': tomorrow }),
    );
    expect([status, body['contradicts']]).toEqual([201, expect.arrayContaining(['saksi.in-the-future'])]);
    expect(await latest()).toMatchObject({ metadata: { occurredAt: tomorrow, contradicts: body['contradicts'], recordedAt: nightAtKemelak } });
  });

  it('against which objections stand is kept with them', async () => {
    const { status, body } = await kemelak.ask(command('lock-door', lock, { ...key('told twice'), 'saksi-testimony': 'paper', 'saksi-occurred-at': now }));
    expect([status, body['contradicts']]).toEqual([201, ['access.door-already-locked']]);
    expect(await latest()).toMatchObject({ metadata: { method: 'paper', contradicts: ['access.door-already-locked'] } });
  });

  it.each<Wrong>([
    [
      'of another post',
      () => command('lock-door', { ...lock, door: otherGate, post: otherPost }, { 'saksi-testimony': 'told', 'saksi-occurred-at': now }),
      { status: 404, code: 'not-found' },
    ],
    [
      'in a role that was not held',
      () => ({ ...command('lock-door', lock, { 'saksi-testimony': 'told', 'saksi-occurred-at': now }), as: commander }),
      { status: 403, code: 'forbidden' },
    ],
    [
      'without shape',
      () => command('lock-door', { ...lock, reason: 'boredom' }, { 'saksi-testimony': 'told', 'saksi-occurred-at': now }),
      fields('reason', 'not-one-of'),
    ],
  ])('%s is refused: identity, authority and shape hold for it too', async (_, request, refusal) => {
    const before = await kemelak.head();
    expectProblem(await kemelak.ask({ ...request(), language: 'id' }), 'id', refusal);
    expect(await kemelak.head()).toBe(before);
  });
});
