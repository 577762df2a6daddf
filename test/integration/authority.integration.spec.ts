import { cardPhotographed, doorRegistered, guestLeft, musterDeclared, pageTranscribed, shiftStarted, watchlistEntryAdded } from '#access';
import { isForPeople, knownContexts } from '#cqrs';
import { fieldsOf, parseBody, parseQuery, type FieldsClass } from '#http';
import { accountOpened, accountReinstated, accountSuspended, roleEnded, roleGranted, type Place } from '#identity';
import { formatWib, roles, type CommandSlice, type Fact, type Role, type Scope, type StreamRef } from '#kernel';
import { checkpointPassed, deliveryReceived, surplusDestroyed } from '#logistics';
import { everythingPrinted } from '#paper';
import type { QuerySlice } from '#read-models';
import { nightAtKemelak, sealed } from '#testing';
import type { Answer, Request } from './support/ask.ts';
import { expected, heldAt, type Held, type Known } from './support/authority-table.ts';
import { exampleOf, queryOf, type Said } from './support/examples.ts';
import {
  elsewhere,
  gate,
  named,
  openKemelak,
  otherGate,
  otherPost,
  otherWarehouse,
  post,
  shift,
  village,
  warehouse,
  type Kemelak,
  type Person,
} from './support/kemelak.ts';

/*
 * Every operation × every role, held at every kind of place that it may be held at × own and other posts, areas,
 * stations and accounts. What is expected comes from a table of domain.md §2 and from what each slice declares; what
 * happens comes over HTTP. An operation that is added is tried without anyone thinking of it.
 */

type Asker = Held & { readonly person: Person; readonly name: string };

/** What one operation is asked to concern. `mine`: the asker's own account. */
interface Variant {
  readonly name: string;
  readonly said: Said;
  readonly mine?: boolean;
}

interface Operation {
  readonly name: string;
  readonly type: FieldsClass;
  readonly roles: readonly string[];
  readonly scopes: (values: object) => readonly Scope[];
  readonly request: (values: Readonly<Record<string, unknown>>) => Request;
}

const ownVisit = named('visit at Kemelak');
const otherVisit = named('visit at Muaradua');
const otherShift = named('shift at Muaradua');
const ownRun = named('run in Baturaja Timur');
const otherRun = named('run in Muaradua');
const ownLot = named('lot at Kemelak');
const otherLot = named('lot at Muaradua');
const ownDestruction = named('destruction at Kemelak');
const otherDestruction = named('destruction at Muaradua');
const unopened = named('account that nobody opened');
const station = `${village}-007`;
const placesHeld: Readonly<Record<'post' | 'stations' | 'area' | 'everywhere', Place>> = {
  post: { post },
  stations: { stations: [station] },
  area: { area: '1601' },
  everywhere: 'everywhere',
};

let kemelak: Kemelak;
const askers: Asker[] = [];
const accountOf = (operation: string, where: string): string => named(`guard at ${where}, for ${operation}`);
const outcomes = new Set<string>();
let asked = 0;
const freshKey = (): Record<string, string> => ({ 'idempotency-key': named(`authority ${(asked += 1)}`) });

const commands = (): readonly CommandSlice[] => [...knownContexts().values()].flatMap((context) => context.commands);

function operations(): readonly Operation[] {
  const address = (name: string): string => `/api/${name.replace('.', '/')}`;
  const ofCommands = commands()
    .filter(isForPeople)
    .map((slice): Operation => ({
      name: slice.name,
      type: slice.command,
      roles: slice.roles,
      scopes: (body) => [slice.scope(parseBody(slice.command, body) as never)].flat(),
      request: (body) => ({ to: address(slice.name), body, headers: freshKey() }),
    }));
  const asking = (name: string, slice: QuerySlice): Operation => ({
    name,
    type: slice.query,
    roles: slice.roles,
    scopes: (values) => [slice.scope(parseQuery(slice.query, values) as never)].flat(),
    request: (values) => ({ to: `${address(name)}?${queryOf(values)}` }),
  });
  const ofQueries = [...knownContexts().values()].flatMap(({ queries }) => queries).map((slice) => asking(slice.name, slice));
  const ofPapers = everythingPrinted().map(({ name, of }) => asking(name, of));
  return [...ofCommands, ...ofQueries, ...ofPapers];
}

/** Fields by which an operation says which place it concerns. */
const telling = ['post', 'warehouse', 'village', 'station', 'destination', 'area'] as const;
const codesIn = (village: string) => ({ village, station: `${village}-007`, destination: village.slice(0, 6), area: village.slice(0, 4) });

/** Own and other, as far as the operation can tell the two apart; and, where a place may be left out, without one. */
function variantsOf({ name, type }: Operation): readonly Variant[] {
  const fields = fieldsOf(type);
  if (name === 'identity.grant-role') return grants;
  const of = (
    where: string,
    ids: Readonly<Record<(typeof telling)[number] | 'visit' | 'door' | 'shift' | 'dispatch' | 'lot' | 'destruction', string>>,
  ): Variant => ({
    name: where,
    said: Object.fromEntries(Object.entries({ ...ids, account: accountOf(name, where) }).filter(([field]) => fields.has(field))),
  });
  const own = of('own', {
    post,
    ...codesIn(village),
    visit: ownVisit,
    door: gate,
    shift,
    warehouse,
    dispatch: ownRun,
    lot: ownLot,
    destruction: ownDestruction,
  });
  const other = of('other', {
    post: otherPost,
    ...codesIn(elsewhere),
    visit: otherVisit,
    door: otherGate,
    shift: otherShift,
    warehouse: otherWarehouse,
    dispatch: otherRun,
    lot: otherLot,
    destruction: otherDestruction,
  });
  const told = [...telling, 'account'].some((field) => fields.has(field));
  return [
    own,
    ...(told ? [other] : []),
    ...(['post', 'warehouse'] as const).flatMap((place) => (fields.get(place)?.optional ? [{ name: `no ${place}`, said: {} }] : [])),
    ...(fields.has('account') ? [{ name: 'own account', said: {}, mine: true }] : []),
  ];
}

/** A grant names one of four kinds of places; nobody gives away more than they hold. */
const grants: readonly Variant[] = [
  { name: 'own post', said: { account: unopened, role: 'guard', post } },
  { name: 'other post', said: { account: unopened, role: 'guard', post: otherPost } },
  { name: 'area within', said: { account: unopened, role: 'commander', area: '160114' } },
  { name: 'area around', said: { account: unopened, role: 'commander', area: '16' } },
  { name: 'other area', said: { account: unopened, role: 'commander', area: '1604' } },
  { name: 'own station', said: { account: unopened, role: 'station-officer', stations: [station] } },
  { name: 'own and other station', said: { account: unopened, role: 'station-officer', stations: [station, `${elsewhere}-001`] } },
  { name: 'everywhere', said: { account: unopened, role: 'commander', everywhere: true } },
];

/** What authority did with it: everything that came after authority passed it. */
function outcomeOf({ status, body }: Answer): string {
  const code = String(body['code']);
  if (status === 403 && code === 'forbidden') return 'forbidden';
  if (status === 404 && code === 'not-found') return 'out of scope';
  return status === 200 || status === 201 || code === 'objections-stand' ? 'passes' : `${status} ${code} ${JSON.stringify(body['errors'])}`;
}

beforeAll(async () => {
  kemelak = await openKemelak();
  const guest = named('guest');
  for (const [at, visit, running] of [
    [post, ownVisit, undefined],
    [otherPost, otherVisit, otherShift],
  ] as const) {
    await kemelak.given(`visit-${visit}`, [cardPhotographed({ post: at, guest, cardPhoto: sealed('a card') }), guestLeft({ post: at, guest })]);
    if (running) await kemelak.given(`shift-${running}`, [shiftStarted({ post: at, guards: [named('a guard')] })]);
  }
  for (const [run, at] of [
    [ownRun, village],
    [otherRun, elsewhere],
  ] as const)
    await kemelak.given(`dispatch-${run}`, [checkpointPassed({ destination: codesIn(at).destination, checkpoint: 'Simpang' })]);
  const [carrierName, witnessName] = [sealed('a carrier'), sealed('a witness')];
  for (const [lot, at] of [
    [ownLot, warehouse],
    [otherLot, otherWarehouse],
  ] as const)
    await kemelak.given(`lot-${lot}`, [
      deliveryReceived({
        warehouse: at,
        item: 'ink',
        quantity: 5,
        zone: guest,
        waybill: 'SJ-1',
        seals: [],
        carrier: guest,
        carrierName,
        witness: guest,
        witnessName,
      }),
    ]);
  for (const [destruction, at] of [
    [ownDestruction, village],
    [otherDestruction, elsewhere],
  ] as const)
    await kemelak.given(`destruction-${destruction}`, [surplusDestroyed({ village: at, minutes: 'BA-1', draws: [], witnesses: [] })]);
  for (const { name, type } of operations()) {
    if (!fieldsOf(type).has('account')) continue;
    for (const [where, at] of [
      ['own', post],
      ['other', otherPost],
    ] as const) {
      const account = accountOf(name, where);
      await kemelak.given(`account-${account}`, [
        accountOpened({ login: `guard-${account.slice(0, 8)}` }),
        roleGranted({ grant: named(`grant of ${account}`), role: 'guard', place: { post: at }, from: 0 }),
      ]);
    }
  }
  for (const role of roles) {
    for (const kind of heldAt[role]) {
      const place = placesHeld[kind];
      const name = `${role}, ${kind}`;
      const person = await kemelak.person(name, role, place);
      askers.push({ user: person.user, role, place, person, name });
    }
  }
  for (const context of knownContexts().keys()) expect(await kemelak.saksi.readModels.waitFor(await kemelak.head(), context, 30_000)).toBe(true);
});
afterAll(() => kemelak.close());

const known = (): Known => ({
  villages: { [post]: village, [otherPost]: elsewhere, [warehouse]: village, [otherWarehouse]: elsewhere },
  postsOfAccounts: Object.fromEntries([
    ...operations().flatMap(({ name }) => [
      [accountOf(name, 'own'), [post]],
      [accountOf(name, 'other'), [otherPost]],
    ]),
    ...askers.flatMap(({ user, place }) => (place !== 'everywhere' && 'post' in place ? [[user, [place.post]]] : [])),
  ]) as Known['postsOfAccounts'],
});

/** One operation by everyone, concerning one thing: name of the asker → what became of it. */
async function tried(
  operation: Operation,
  { name, said, mine }: Variant,
): Promise<{ readonly [of in 'expected' | 'actual']: Readonly<Record<string, string>> }> {
  const found = await Promise.all(
    askers.map(async (asker) => {
      const values = exampleOf(operation.type, mine ? { ...said, account: asker.user } : said, named(`unnamed, ${name}`));
      const answer = await kemelak.ask({ ...operation.request(values), as: asker.person });
      return { who: asker.name, should: expected(operation.roles, operation.scopes(values), asker, known()), did: outcomeOf(answer) };
    }),
  );
  for (const { did } of found) outcomes.add(did);
  return { expected: Object.fromEntries(found.map(({ who, should }) => [who, should])), actual: Object.fromEntries(found.map(({ who, did }) => [who, did])) };
}

describe('every operation is for whom domain.md says', () => {
  it.each(operations().flatMap((operation) => variantsOf(operation).map((variant) => [operation.name, variant.name, operation, variant] as const)))(
    '%s: %s',
    async (_, __, operation, variant) => {
      const { expected: should, actual } = await tried(operation, variant);
      expect(actual).toEqual(should);
    },
  );

  it('and the examples tell all outcomes apart', () => expect([...outcomes].sort()).toEqual(['forbidden', 'out of scope', 'passes']));

  it.each(operations().map((operation) => [operation.name, operation] as const))('%s: nobody without a session', async (_, operation) => {
    const [first] = variantsOf(operation);
    const { status, body } = await kemelak.ask(operation.request(exampleOf(operation.type, first?.said ?? {}, unopened)));
    expect([status, body['code']]).toEqual([401, 'unauthenticated']);
  });
});

describe('what already belongs to another post', () => {
  const foreign = named('thing of the other post');
  const facts: Readonly<Record<string, Fact>> = {
    door: doorRegistered({ post: otherPost, code: 'G-2', zone: 'halaman', level: 'open', capacity: 10 }),
    visit: guestLeft({ post: otherPost, guest: foreign }),
    shift: shiftStarted({ post: otherPost, guards: [foreign] }),
    muster: musterDeclared({ post: otherPost, reason: 'leak', expected: [], unobserved: [] }),
    'watchlist-entry': watchlistEntryAdded({ post: otherPost, person: foreign, name: sealed('Tamu'), reason: 'theft' }),
    'paper-page': pageTranscribed({ post: otherPost, photo: 'ab'.repeat(32), keptBy: foreign, from: 0, until: 1, entries: [] }),
  };
  const bodyOf = ({ command }: CommandSlice): Record<string, unknown> => exampleOf(command, { post }, foreign);
  const writtenBy = (slice: CommandSlice): StreamRef<unknown, Fact> | undefined =>
    Object.values(slice.writes)[0]?.(parseBody(slice.command, bodyOf(slice)) as never) as StreamRef<unknown, Fact> | undefined;
  const concerned = commands().filter((slice) => isForPeople(slice) && slice.name.startsWith('access.') && (writtenBy(slice)?.of.kind ?? '') in facts);

  beforeAll(async () => {
    for (const [kind, fact] of Object.entries(facts)) await kemelak.given(`${kind}-${foreign}`, [fact]);
  });

  it('is most of what access writes', () => expect(concerned.length).toBeGreaterThan(15));

  it.each(concerned.map((slice) => [slice.name, slice] as const))('%s does not reach it by naming the own post', async (_, slice) => {
    const before = await kemelak.head();
    const outcomes = await Promise.all(
      askers
        .filter(({ role, place }) => slice.roles.includes(role) && place !== 'everywhere')
        .map(async ({ person }) =>
          outcomeOf(await kemelak.ask({ to: `/api/${slice.name.replace('.', '/')}`, as: person, body: bodyOf(slice), headers: freshKey() })),
        ),
    );
    expect(new Set(outcomes)).toEqual(new Set(['out of scope']));
    expect(await kemelak.head()).toBe(before);
  });
});

describe('a role counts between its dates', () => {
  const hour = 3_600_000;
  const grant = named('grant between dates');
  const someone = async (name: string, ...then: readonly Fact[]): Promise<Person> => {
    const user = named(name);
    await kemelak.given(`account-${user}`, [accountOpened({ login: `dated-${user.slice(0, 8)}` }), ...then], nightAtKemelak - 3 * hour);
    const { token, session } = await kemelak.saksi.identity.sessions.open(user, 'program');
    return { user, token, session: session.id };
  };
  const held = (from: number, until?: number): Fact => roleGranted({ grant, role: 'guard', place: { post }, from, ...(until !== undefined && { until }) });
  const ended = roleEnded({ grant, at: nightAtKemelak - hour });
  const suspended = accountSuspended({ reason: 'investigation' });
  const question: Request = { to: `/api/access/doors?post=${post}` };
  const told = (ago: number): Request => ({
    to: '/api/access/lock-door',
    body: { door: gate, post, reason: 'night' },
    headers: { ...freshKey(), 'saksi-testimony': 'told', 'saksi-occurred-at': formatWib(nightAtKemelak - ago * hour) },
  });

  const givenUp = (): Request => ({
    to: '/api/identity/discard-entry',
    body: { entry: named('an entry that was refused'), command: 'access.lock-door', reason: 'did-not-happen', problem: 'forbidden' },
    headers: freshKey(),
  });

  it.each<[string, readonly Fact[], () => Request, string]>([
    ['from its first instant', [held(nightAtKemelak)], () => question, 'passes'],
    ['not before', [held(nightAtKemelak + 1)], () => question, 'forbidden'],
    ['not from its last instant on', [held(0, nightAtKemelak)], () => question, 'forbidden'],
    ['not once it has ended', [held(0), ended], () => question, 'forbidden'],
    ['for testimony of the time when it was held', [held(0), ended], () => told(2), 'passes'],
    ['not for testimony of a time after it had ended', [held(0), ended], () => told(0.5), 'forbidden'],
    ['not while the account is suspended', [held(0), suspended], () => question, 'forbidden'],
    ['but for what becomes of their own refused entry', [held(0), ended], givenUp, 'passes'],
    ['and not even for that while the account is suspended', [held(0), suspended], givenUp, 'forbidden'],
    ['again once the account is reinstated', [held(0), suspended, accountReinstated()], () => question, 'passes'],
  ])('%s', async (name, facts, request, outcome) => {
    const as = await someone(`someone ${name}`, ...facts);
    expect(outcomeOf(await kemelak.ask({ ...request(), as }))).toBe(outcome);
  });
});

describe('what everyone does with their own account', () => {
  const wrong = { status: 401, code: 'wrong-credentials' };
  const own: readonly (readonly [operation: string, method: 'GET' | 'POST', body: object | undefined, answer: { status: number; code?: string }])[] = [
    ['me', 'GET', undefined, { status: 200 }],
    ['set-pin', 'POST', { passphrase: 'hujan turun di gudang', pin: '730512' }, wrong],
    ['change-passphrase', 'POST', { current: 'hujan turun di gudang', next: 'tujuh ikan di sungai ogan' }, wrong],
    ['collect-code', 'POST', { account: unopened, code: named('a code') }, { status: 404, code: 'not-found' }],
    [
      'enrol-own-device',
      'POST',
      { code: '7K2M-Q9XA-04TD', device: named('a device'), publicKey: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=', algorithm: 'ed25519' },
      wrong,
    ],
    ['sealing-key', 'GET', undefined, { status: 200 }],
    ['carry-entries', 'POST', { entries: [{ entry: named('an entry'), stream: 'a record', sealed: 'B'.repeat(120) }] }, { status: 200 }],
    ['known-entries', 'POST', { entries: [named('an entry')] }, { status: 200 }],
    ['sign-out', 'POST', {}, { status: 204 }],
    ['sign-out-everywhere', 'POST', {}, { status: 200 }],
  ];
  const signIn = ['sign-in', 'use-reset-code'];
  const administration = [
    ['views', 'GET'],
    ['parked-events', 'GET'],
    ['storage', 'GET'],
    ['rebuild-views', 'POST'],
  ] as const;
  const bodyOf = (body: object | undefined): Pick<Request, 'body'> => (body ? { body } : {});

  it.each(roles)('is open to a %s', async (role: Role) => {
    const [kind] = heldAt[role];
    if (kind === undefined) throw new TypeError(`${role} is held nowhere.`);
    const person = await kemelak.person(`${role} about their own account`, role, placesHeld[kind]);
    for (const [operation, method, body, answer] of own) {
      const { token } = await kemelak.saksi.identity.sessions.open(person.user, 'program');
      const { status, body: said } = await kemelak.ask({ to: `/api/identity/${operation}`, method, ...bodyOf(body), as: { ...person, token } });
      expect({ operation, status, code: said['code'] }).toEqual({ operation, code: undefined, ...answer });
    }
  });

  it.each(own)('%s is closed without a session', async (operation, method, body) => {
    const { status, body: said } = await kemelak.ask({ to: `/api/identity/${operation}`, method, ...bodyOf(body) });
    expect([status, said['code']]).toEqual([401, 'unauthenticated']);
  });

  it.each(signIn)('%s is open without a session', async (operation) => {
    const body = { login: 'nobody-at-all', passphrase: 'hujan turun di gudang', code: '7K2M-Q9XA-04TD', next: 'tujuh ikan di sungai ogan' };
    const { login, passphrase, code, next } = body;
    const { body: said } = await kemelak.ask({
      to: `/api/identity/${operation}`,
      body: operation === 'sign-in' ? { login, passphrase } : { login, code, next },
    });
    expect(said['code']).toBe('wrong-credentials');
  });

  // Who hears of which change is for test/e2e/changes.e2e.spec.ts.
  it('the stream of changes is closed without a session', async () =>
    expect(outcomeOf(await kemelak.ask({ to: '/api/events' }))).toBe('401 unauthenticated undefined'));

  it.each(administration)('%s is for admins alone', async (operation, method) => {
    const request = { to: `/api/administration/${operation}`, method, ...(method === 'POST' && { body: {} }) } as const;
    const done = method === 'POST' ? 202 : 200;
    for (const { person, role, place } of askers) {
      const { status } = await kemelak.ask({ ...request, as: person });
      expect([role, status]).toEqual([role, role !== 'admin' ? 403 : place === 'everywhere' ? done : 404]);
    }
    expect((await kemelak.ask(request)).status).toBe(401);
  });

  it('and nothing else has an address: every operation of the description was tried', async () => {
    const { body } = await kemelak.ask({ to: '/api/openapi.json' });
    const described = Object.values(body['paths'] as Record<string, Record<string, { operationId?: string }>>).flatMap((path) =>
      Object.values(path).flatMap(({ operationId }) => operationId ?? []),
    );
    // Asked in every role by test/integration/import.integration.spec.ts: its body is a file.
    const files = ['imports.import-file'];
    const forAnyone = ['changes.follow', 'health.live', 'health.ready', 'metrics.read'];
    const triedHere = [
      ...operations().map(({ name }) => name),
      ...[...own.map(([name]) => name), ...signIn].map((name) => `identity.${name}`),
      ...administration.map(([name]) => `administration.${name}`),
      ...files,
      ...forAnyone,
    ];
    expect(described.filter((operation) => !triedHere.includes(operation))).toEqual([]);
    expect(triedHere.filter((operation) => !described.includes(operation))).toEqual([]);
  });
});

describe('what only processes may do', () => {
  it.each(commands().flatMap((slice) => (isForPeople(slice) ? [] : [slice.name])))('%s has no address', async (name) => {
    const to = `/api/${name.replace('.', '/')}`;
    for (const { person } of askers) expect((await kemelak.ask({ to, as: person, body: {}, headers: freshKey() })).body['code']).toBe('no-such-address');
  });
});
