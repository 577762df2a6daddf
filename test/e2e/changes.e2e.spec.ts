import { doorUnlocked } from '#access';
import { roleEnded, roleGranted } from '#identity';
import { nightAtKemelak } from '#testing';
import { listen } from '../../apps/api/src/index.ts';
import { gate, named, openKemelak, otherGate, otherPost, post, type Kemelak, type Person } from '../integration/support/kemelak.ts';
import { listenTo, type Reader } from './support/reader.ts';

/* GET /api/events: who listens hears which rows changed, never what they say, and only of what they may read then. */

let kemelak: Kemelak;
let guard: Person;
let leader: Person;
let otherGuard: Person;
const readers: Reader[] = [];
const limits = { perSession: 2, inAll: 5 };
const secret = 'Siti Rahasia';

beforeAll(async () => {
  kemelak = await openKemelak({
    settings: { SAKSI_STREAMS_PER_SESSION: String(limits.perSession), SAKSI_STREAMS: String(limits.inAll), SAKSI_AFTER_TIMEOUT: '0' },
  });
  guard = await kemelak.person('guard', 'guard', { post });
  leader = await kemelak.person('squad leader', 'squad-leader', { post });
  otherGuard = await kemelak.person('guard of another post', 'guard', { post: otherPost });
});
afterEach(() => {
  for (const reader of readers.splice(0)) reader.leave();
});
afterAll(() => kemelak.close());

/** Another session of the same person. */
const signedInAgain = async ({ user }: Person): Promise<Person> => {
  const { token, session } = await kemelak.saksi.identity.sessions.open(user, 'program');
  return { user, token, session: session.id };
};

async function reading({ token }: Person, headers: Readonly<Record<string, string>> = {}, url = kemelak.url): Promise<Reader> {
  const reader = await listenTo(`${url}/api/events`, token, headers);
  readers.push(reader);
  return reader;
}

/** A stream that is open; whoever was refused because an earlier reader has not quite left yet tries again. */
async function opened(who: Person, headers: Readonly<Record<string, string>> = {}, url = kemelak.url): Promise<Reader> {
  for (;;) {
    const reader = await reading(who, headers, url);
    if (reader.status !== 429) return reader;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

let turns = 0;
const locked = new Set<string>();

/** Locks the door, or unlocks it when it is locked; resolves to the position of the event. */
async function turn(who: Person, door: string, at: string): Promise<string> {
  const command = locked.delete(door) ? 'unlock-door' : 'lock-door';
  if (command === 'lock-door') locked.add(door);
  const body = { door, post: at, ...(command === 'lock-door' && { reason: 'night' }) };
  const { status, body: receipt } = await kemelak.ask({
    to: `/api/access/${command}`,
    as: who,
    body,
    headers: { 'idempotency-key': named(`turn ${(turns += 1)}`) },
  });
  expect(status).toBe(201);
  return String(receipt['position']);
}
const turnGate = (): Promise<string> => turn(guard, gate, post);
const turnOtherGate = (): Promise<string> => turn(otherGuard, otherGate, otherPost);

const heardOf =
  (position: string) =>
  (reader: Reader): boolean =>
    reader.changes().some((change) => change.position === position);
const hears = (reader: Reader, position: string): Promise<void> => reader.until(() => heardOf(position)(reader));
const positionsIn = (...heard: readonly Reader[]): readonly string[] => [
  ...new Set(heard.flatMap((reader) => reader.changes().map(({ position }) => position))),
];

describe('streams of changes', () => {
  it('need a session', async () => expect((await kemelak.ask({ to: '/api/events' })).status).toBe(401));

  it('are limited for one session, which may open another when one is left', async () => {
    const own = await signedInAgain(guard);
    const [first] = [await reading(own), await reading(own)];
    const refused = await reading(own);
    await refused.ended;
    expect([refused.status, refused.text()]).toEqual([429, expect.stringContaining('"code":"too-many-streams"')]);
    first.leave();
    expect((await opened(own)).status).toBe(200);
  });

  it('are limited in all', async () => {
    const sessions = await Promise.all(Array.from({ length: limits.inAll + 1 }, () => signedInAgain(leader)));
    const open = await Promise.all(sessions.slice(0, limits.inAll).map((session) => opened(session)));
    const refused = await reading(sessions[limits.inAll] ?? leader);
    expect([...open, refused].map(({ status }) => status)).toEqual([...Array.from({ length: limits.inAll }, () => 200), 429]);
  });
});

describe('a change', () => {
  it('is heard after the command, and can be asked for at once', async () => {
    const reader = await opened(guard);
    const position = await turnGate();
    await hears(reader, position);
    const answer = await kemelak.ask({ to: `/api/access/doors?post=${post}`, as: guard, headers: { 'saksi-after': position } });
    expect([answer.status, answer.body['items']]).toEqual([200, [expect.objectContaining({ door: gate, locked: true })]]);
    expect(reader.lastId()).toBe(position);
    expect(reader.changes()).toContainEqual({ context: 'access', projection: 'places', keys: expect.arrayContaining([gate]) as unknown, position });
  });

  it('says which rows, and nothing of what they say', async () => {
    const reader = await opened(guard);
    const visit = named('visit that is heard of');
    const body = {
      visit,
      post,
      guest: named('guest'),
      name: { value: secret },
      identityType: 'ktp',
      purpose: { value: 'Mengantar segel.' },
      minutesAllowed: 30,
    };
    const { body: receipt } = await kemelak.ask({ to: '/api/access/report-guest', as: guard, body, headers: { 'idempotency-key': named('report') } });
    await hears(reader, String(receipt['position']));
    const [reported] = await kemelak.eventsOf(`visit-${visit}`);
    expect(reader.text()).not.toMatch(/Siti|segel|ktp|guest-reported|[0-9a-f]{64}/);
    expect(JSON.stringify(reported?.data)).toMatch(/"[0-9a-f]{64}"/);
    for (const change of reader.changes()) expect(Object.keys(change).sort()).toEqual(['context', 'keys', 'position', 'projection']);
  });

  it('of one post is not heard at another', async () => {
    const [here, there] = [await opened(guard), await opened(otherGuard)];
    const atKemelak = await turnGate();
    const atMuaradua = await turnOtherGate();
    const again = await turnGate();
    await Promise.all([hears(here, again), hears(there, atMuaradua)]);
    expect([positionsIn(here), positionsIn(there)]).toEqual([[atKemelak, again], [atMuaradua]]);
    expect(there.text()).not.toContain(gate);
  });
});

describe('who lost the stream', () => {
  it('resumes behind Last-Event-ID, without gap or repetition', async () => {
    const first = await opened(guard);
    const before = [await turnGate(), await turnGate()];
    await hears(first, before[1] ?? '');
    const lastId = first.lastId() ?? '';
    first.leave();
    const meanwhile = [await turnGate(), await turnGate(), await turnGate()];
    const second = await opened(guard, { 'last-event-id': lastId });
    await hears(second, meanwhile[2] ?? '');
    const after = await turnGate();
    await hears(second, after);
    expect([positionsIn(first), positionsIn(second)]).toEqual([before, [...meanwhile, after]]);
    expect(new Set(second.changes().map((change) => JSON.stringify(change))).size).toBe(second.changes().length);
  });

  it('is refused when the id is no position', async () => {
    const refused = await reading(guard, { 'last-event-id': 'yesterday' });
    await refused.ended;
    expect([refused.status, refused.text()]).toEqual([400, expect.stringContaining('"path":"Last-Event-ID"')]);
  });

  it('is served from the log by a server that remembers nothing, then goes on live', async () => {
    const everything = [...(await doorTurns())];
    const restarted = await listen(kemelak.saksi);
    try {
      const reader = await opened(guard, { 'last-event-id': '0' }, restarted.url);
      await hears(reader, everything.at(-1) ?? '');
      const live = await turnGate();
      await hears(reader, live);
      const ofTheGate = reader.changes().filter(({ keys, projection }) => projection === 'places' && keys.includes(gate));
      expect(ofTheGate.map(({ position }) => position)).toEqual([...everything, live]);
      expect(new Set(reader.changes().map((change) => JSON.stringify(change))).size).toBe(reader.changes().length);
    } finally {
      await restarted.close();
    }
  });
});

/** Positions of everything that the gate was told, as the log has them. */
async function doorTurns(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const batch of kemelak.saksi.store.readAll({ from: 0n }))
    for (const { stream, position } of batch) if (stream === `door-${gate}`) found.push(position.toString());
  return found;
}

describe('rights', () => {
  it('are judged again for every change: a role that ends while the stream is open ends what is heard', async () => {
    const grant = named('second guard’s grant');
    const second = await kemelak.person('second guard', 'guard', { post: otherPost });
    const held = roleGranted({ grant, role: 'guard', place: { post }, from: 0 });
    await kemelak.given(`account-${second.user}`, [held], nightAtKemelak);
    const [reader, witness] = [await opened(second), await opened(leader)];
    const whileHeld = await turnGate();
    await hears(reader, whileHeld);
    await kemelak.given(`account-${second.user}`, [roleEnded({ grant, at: nightAtKemelak })], nightAtKemelak);
    const whenEnded = await turnGate();
    await hears(witness, whenEnded);
    // Of the other post it still hears: what comes later in the log has been told, so what came before was withheld.
    const elsewhere = await turnOtherGate();
    await hears(reader, elsewhere);
    expect(positionsIn(reader)).toEqual([whileHeld, elsewhere]);
    expect(positionsIn(witness)).toContain(whenEnded);
  });

  it('end with the session: its stream closes before it tells another change', async () => {
    const own = await signedInAgain(guard);
    const reader = await opened(own);
    const before = await turnGate();
    await hears(reader, before);
    await kemelak.saksi.identity.sessions.end(own.session);
    await kemelak.given(`door-${gate}`, [doorUnlocked({ post })], nightAtKemelak);
    await reader.ended;
    expect(positionsIn(reader)).toEqual([before]);
    expect((await reading(own)).status).toBe(401);
  });

  it('end with signing out: the stream closes at once, without waiting for a change', async () => {
    const own = await signedInAgain(guard);
    const reader = await opened(own);
    expect((await kemelak.ask({ to: '/api/identity/sign-out', method: 'POST', body: {}, as: own })).status).toBe(204);
    await reader.ended;
    expect(positionsIn(reader)).toEqual([]);
  });
});
