import { guestAdmitted, guestReported, visit as visitStream, visitAt } from '#access';
import { formatWib, type Instant } from '#kernel';
import { nightAtKemelak } from '#testing';
import { recordReads } from '#vault';
import type { Answer, Request } from './support/ask.ts';
import { gate, named, openKemelak, post, type Kemelak, type Person } from './support/kemelak.ts';

/* What people ask of the log: in pages, after what they wrote, with the names they may read, and what becomes of those. */

let kemelak: Kemelak;
let guard: Person;
let leader: Person;
let admin: Person;
let otherAdmin: Person;
let investigator: Person;
let supervisor: Person;
const minute = 60_000;
const guestsInPages = 7;
let told = 0;

/** Guests arrive a minute apart. */
const nameOf = (number: number): string => `Tamu Nomor ${number}`;
const visitOf = (number: number): string => named(`visit ${number}`);
const guestOf = (number: number): string => named(`guest ${number}`);

const tell = (name: string, as: Person, body: object): Promise<Answer> =>
  kemelak.ask({ to: `/api/${name.replace('.', '/')}`, as, body, headers: { 'idempotency-key': named(`told ${(told += 1)}`) } });

async function recorded(name: string, as: Person, body: object): Promise<string> {
  const { status, body: receipt } = await tell(name, as, body);
  expect([status, receipt['code']]).toEqual([201, undefined]);
  return String(receipt['position']);
}

const reportGuest = (number: number): Promise<string> =>
  recorded('access.report-guest', guard, {
    visit: visitOf(number),
    post,
    guest: guestOf(number),
    name: { value: nameOf(number) },
    identityType: 'ktp',
    purpose: { value: 'Mengantar segel.' },
    minutesAllowed: 600,
  });

const question = (to: string, as: Person, after?: string): Request => ({ to, as, headers: { ...(after !== undefined && { 'saksi-after': after }) } });
/** As a client does that was told to come back: the view may be behind for longer than the server waits. */
async function shown(to: string, as: Person, after: string): Promise<Answer> {
  for (;;) {
    const answer = await kemelak.ask(question(to, as, after));
    if (answer.body['code'] !== 'view-behind') return answer;
  }
}

const visits = (more = ''): string => `/api/access/visits?post=${post}${more}`;
const items = ({ body }: Answer): readonly Readonly<Record<string, unknown>>[] => body['items'] as readonly Readonly<Record<string, unknown>>[];

/** Every page from the first to the last. */
async function pages(to: string, as: Person): Promise<readonly (readonly Readonly<Record<string, unknown>>[])[]> {
  const found = [];
  let answer = await kemelak.ask(question(to, as));
  for (;;) {
    found.push(items(answer));
    const next = answer.body['next'];
    if (typeof next !== 'string') return found;
    answer = await kemelak.ask(question(`${to}&cursor=${next}`, as));
  }
}

let last: string;

beforeAll(async () => {
  kemelak = await openKemelak({ processes: true, settings: { SAKSI_READ_SPOOL: '60', SAKSI_AFTER_TIMEOUT: '300' } });
  guard = await kemelak.person('guard', 'guard', { post });
  leader = await kemelak.person('squad leader', 'squad-leader', { post });
  admin = await kemelak.person('admin', 'admin', 'everywhere');
  otherAdmin = await kemelak.person('other admin', 'admin', 'everywhere');
  investigator = await kemelak.person('investigator', 'investigator', 'everywhere');
  supervisor = await kemelak.person('supervisor', 'supervisor', 'everywhere');
  last = '0';
  for (let number = 0; number < guestsInPages; number++) {
    last = await reportGuest(number);
    kemelak.clock.set(kemelak.clock.now() + minute);
  }
  expect((await shown(visits(), guard, last)).status).toBe(200);
});
afterAll(() => kemelak.close());

describe('pages', () => {
  it('follow each other, the latest first, without gap or repetition', async () => {
    const found = await pages(visits('&limit=3'), guard);
    expect(found.map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(found.flat().map(({ visit }) => visit)).toEqual([6, 5, 4, 3, 2, 1, 0].map(visitOf));
  });

  it('end without another one when the last is full', async () => expect((await pages(visits('&limit=7'), guard)).map(({ length }) => length)).toEqual([7]));

  it('stay where they were when something new comes before them', async () => {
    const first = await kemelak.ask(question(visits('&limit=3'), guard));
    await shown(visits('&limit=1'), guard, await reportGuest(90));
    const second = await kemelak.ask(question(visits(`&limit=3&cursor=${String(first.body['next'])}`), guard));
    expect(items(second).map(({ visit }) => visit)).toEqual([3, 2, 1].map(visitOf));
  });
});

describe('Saksi-After', () => {
  it('shows what was just recorded', async () => {
    kemelak.clock.set(kemelak.clock.now() + minute);
    const position = await reportGuest(91);
    const answer = await shown(visits('&limit=1'), guard, position);
    expect([answer.status, BigInt(String(answer.headers['saksi-position'])) >= BigInt(position)]).toEqual([200, true]);
    expect(items(answer)).toEqual([expect.objectContaining({ visit: visitOf(91), name: nameOf(91), status: 'waiting' })]);
  });

  it('says that the view is behind when it cannot wait longer, and when to ask again', async () => {
    const answer = await kemelak.ask({ ...question(visits(), guard, String((await kemelak.head()) + 1_000n)), language: 'en' });
    expect(answer).toMatchObject({ status: 503, body: { code: 'view-behind', title: 'View not yet caught up' }, headers: { 'retry-after': '1' } });
  });
});

describe('a decision', () => {
  it('sees what this server has just written: one badge is handed out once, however quickly it is asked for twice', async () => {
    const admit = (number: number): Promise<Answer> =>
      tell('access.admit-guest', guard, { visit: visitOf(number), post, guest: guestOf(number), door: gate, badge: 'T-12' });
    expect((await admit(0)).status).toBe(201);
    const second = await admit(1);
    expect([second.status, second.body['objections']]).toEqual([
      409,
      [expect.objectContaining({ code: 'access.badge-in-use', details: { visits: [visitOf(0)] } })],
    ]);
  });
});

describe('names', () => {
  const namesFor = async (person: Person, more = ''): Promise<Answer> => kemelak.ask(question(visits(`&guest=${guestOf(2)}${more}`), person));

  it.each([
    ['a guard of the post', () => guard],
    ['an investigator', () => investigator],
    ['a supervisor', () => supervisor],
  ])('are shown to %s', async (_, who) => {
    const answer = await namesFor(who());
    expect(items(answer)).toEqual([expect.objectContaining({ name: nameOf(2), purpose: 'Mengantar segel.' })]);
    expect(answer.headers).not.toHaveProperty('saksi-names-withheld');
  });

  it('are not shown to an admin, who may not even ask', async () => expect((await namesFor(admin)).status).toBe(403));

  it('that were read are recorded, once for each reader, view and minute', async () => {
    const { clock, saksi } = kemelak;
    const readAt: Instant = clock.now();
    await namesFor(investigator);
    await namesFor(investigator);
    clock.set(clock.now() + minute);
    await recordReads({ spool: saksi.reads, record: saksi.record });
    const from = formatWib(readAt - (readAt % minute));
    const query = `/api/vault/reads?${new URLSearchParams({ from, to: formatWib(clock.now()), reader: investigator.user }).toString()}`;
    const answer = await shown(query, supervisor, String(await kemelak.head()));
    expect(answer.status).toBe(200);
    expect(items(answer)).toEqual([
      expect.objectContaining({ reader: investigator.user, role: 'investigator', view: 'access.visits', minute: from, subjects: [guestOf(2)] }),
    ]);
    expect(Number(items(answer)[0]?.['times'])).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(answer.body)).not.toContain('Tamu');
  });

  it('are withheld when their reading cannot be recorded, and come back when it can', async () => {
    const { clock, saksi } = kemelak;
    const full = { reader: { user: investigator.user, role: 'investigator' as const }, view: 'spec.filler', at: clock.now() };
    for (let one = 0; await saksi.reads.record({ ...full, subjects: [named(`filler ${one}`)] });) one += 1;
    const withheld = await namesFor(leader);
    expect([withheld.status, withheld.headers['saksi-names-withheld']]).toEqual([200, 'true']);
    expect(items(withheld)).toEqual([expect.objectContaining({ visit: visitOf(2), name: null, organisation: null, purpose: null, status: 'waiting' })]);

    // Whoever is sought in a fire is called by name all the same; the past can wait, and so can other questions.
    const inside = async (more = ''): Promise<unknown> =>
      items(await kemelak.ask(question(`/api/access/who-is-inside?post=${post}${more}`, leader)))[0]?.['name'];
    const sought = async (): Promise<unknown> => items(await kemelak.ask(question(`/api/access/musters?post=${post}`, leader)))[0]?.['people'];
    expect(await inside()).toBeNull();
    const declared = await tell('access.declare-muster', leader, { muster: named('muster with a full spool'), post, reason: 'fire' });
    expect(await saksi.readModels.waitFor(BigInt(String(declared.body['position'])), 'access', 30_000)).toBe(true);
    expect([await inside(), await sought()]).toEqual([nameOf(0), [expect.objectContaining({ name: nameOf(0) })]]);
    expect(await inside(`&at=${encodeURIComponent(formatWib(clock.now()))}`)).toBeNull();
    expect(items(await namesFor(leader))).toEqual([expect.objectContaining({ name: null })]);
    clock.set(clock.now() + minute);
    await recordReads({ spool: saksi.reads, record: saksi.record });
    expect(items(await namesFor(leader))).toEqual([expect.objectContaining({ name: nameOf(2) })]);
  });
});

describe('an erased guest', () => {
  it('has no name any more, to anybody, and the log still tells what happened', async () => {
    const subject = guestOf(3);
    await recorded('vault.request-erasure', admin, { subject, ground: 'own-request' });
    const own = await tell('vault.order-erasure', admin, { subject });
    expect(own.body['objections']).toEqual([expect.objectContaining({ code: 'vault.same-person' })]);
    await recorded('vault.order-erasure', otherAdmin, { subject });
    await kemelak.saksi.processes.settle();
    const erased = await shown('/api/vault/erasures?status=erased', supervisor, String(await kemelak.head()));
    expect(items(erased)).toEqual([expect.objectContaining({ subject, status: 'erased' })]);

    for (const reader of [guard, investigator]) {
      const answer = await kemelak.ask(question(visits(`&guest=${subject}`), reader));
      expect(items(answer)).toEqual([expect.objectContaining({ visit: visitOf(3), guest: subject, name: null, purpose: null, status: 'waiting' })]);
      expect(answer.headers).not.toHaveProperty('saksi-names-withheld');
    }
    const [reported] = await kemelak.eventsOf(`visit-${visitOf(3)}`);
    expect(reported).toMatchObject({ type: guestReported.type, data: { guest: subject, name: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown } });
    kemelak.saksi.streams.clear();
    const { state } = await kemelak.saksi.streams.load(visitStream.at(visitOf(3)));
    expect(visitAt(state, nightAtKemelak + 60 * minute).status).toBe('waiting');
    await recorded('access.admit-guest', guard, { visit: visitOf(3), post, guest: subject, door: gate, badge: 'T-33' });
    expect((await kemelak.eventsOf(`visit-${visitOf(3)}`)).at(-1)?.type).toBe(guestAdmitted.type);
    expect(items(await kemelak.ask(question(visits(`&guest=${guestOf(4)}`), guard)))).toEqual([expect.objectContaining({ name: nameOf(4) })]);
  });
});
