import { lockDoor } from '#access';
import { commandLimits, Recorder } from '#cqrs';
import { parseEnvelope } from '#http';
import { deviceEnrolled, deviceRevoked } from '#identity';
import { formatWib, type Recorded } from '#kernel';
import { nightAtKemelak } from '#testing';
import type { Answer, Request } from './support/ask.ts';
import { gate, named, openKemelak, otherPost, post, type Kemelak, type Person } from './support/kemelak.ts';
import { phone } from './support/phone.ts';

/* What came from phones with something wrong: recorded all the same, shown to the squad leader, or kept apart for them. */

let kemelak: Kemelak;
let guard: Person;
let leader: Person;
let otherLeader: Person;
const lost = phone(named('lost phone'));
const good = phone(named('phone of the guard'));
const minute = 60_000;

beforeAll(async () => {
  kemelak = await openKemelak({ processes: true });
  guard = await kemelak.person('guard', 'guard', { post });
  leader = await kemelak.person('squad leader', 'squad-leader', { post });
  otherLeader = await kemelak.person('other squad leader', 'squad-leader', { post: otherPost });
  await kemelak.given(`account-${guard.user}`, [deviceEnrolled(lost.enrolled), deviceEnrolled(good.enrolled), deviceRevoked({ device: lost.id })]);
});
afterAll(() => kemelak.close());

const lock = { door: gate, post, reason: 'night' } as const;

/** The guard's phone told that the gate was locked so many minutes ago. */
function told(by: typeof lost, name: string, ago: number): Request {
  const clock = nightAtKemelak - ago * minute;
  const what = { name: 'access.lock-door', commandId: named(name), author: guard.user, occurredAt: formatWib(clock), clock, body: lock };
  const headers = { ...by.headers(what), 'saksi-voice': 'testified', 'saksi-sent-at': formatWib(nightAtKemelak) };
  return { to: '/api/access/lock-door', as: guard, body: lock, headers };
}

const decide = (command: string, entry: string, as = leader, more: object = {}): Promise<Answer> =>
  kemelak.ask({ to: `/api/identity/${command}`, as, body: { entry, post, ...more }, headers: { 'idempotency-key': named(`${command} ${entry} ${as.user}`) } });
const locks = async (): Promise<readonly Recorded[]> => (await kemelak.eventsOf(`door-${gate}`)).filter(({ type }) => type === 'access.door-locked.v1');

async function marked(as = leader): Promise<readonly Record<string, unknown>[]> {
  await kemelak.saksi.processes.settle();
  await kemelak.saksi.readModels.caughtUp(await kemelak.head());
  const answer = await kemelak.ask({ to: `/api/identity/marked-entries?post=${post}`, as });
  return answer.body['items'] as readonly Record<string, unknown>[];
}
const entryIn = async (name: string): Promise<unknown> => (await marked()).find(({ entry }) => entry === named(name));

async function counted(as = leader, of = post): Promise<Answer> {
  await kemelak.saksi.processes.settle();
  await kemelak.saksi.readModels.caughtUp(await kemelak.head());
  return kemelak.ask({ to: `/api/identity/entry-counts?post=${of}`, as });
}

describe('an entry with something wrong', () => {
  it('is recorded, and its squad leader sees what is wrong, with the clock’s claim and what was made of it', async () => {
    const skipped = told(good, 'that never came', 9);
    expect(skipped.headers).toHaveProperty('saksi-device');
    const sent = told(good, 'after a gap', 8);
    expect((await kemelak.ask(sent)).body).toMatchObject({ stream: `door-${gate}`, marks: ['sequence-gap'] });
    await kemelak.ask(sent);
    expect(await entryIn('after a gap')).toMatchObject({
      command: 'access.lock-door',
      status: 'marked',
      author: guard.user,
      device: good.id,
      seq: 2,
      marks: ['sequence-gap'],
      clock: formatWib(nightAtKemelak - 8 * minute),
      offsetMs: 0,
      effective: formatWib(nightAtKemelak - 8 * minute),
    });
    expect((await marked()).filter(({ entry }) => entry === named('after a gap'))).toHaveLength(1);
  });

  it('is counted, and no read of personal data with it', async () => {
    expect((await counted()).body).toMatchObject({ toDecide: 0, markedLately: 1 });
    expect((await counted(otherLeader, otherPost)).body).toMatchObject({ toDecide: 0, markedLately: 0 });
    expect((await counted(otherLeader)).status).toBe(404);
  });

  it('is nobody else’s to see', async () => expect((await kemelak.ask({ to: `/api/identity/marked-entries?post=${post}`, as: otherLeader })).status).toBe(404));
});

describe('an entry whose mark was not noted because the server was killed right after it stood', () => {
  it('is marked when the phone tells it again, as it was found the first time', async () => {
    const stranger = phone(named('phone of nobody'));
    const sent = told(stranger, 'the server killed', 7);
    const { saksi } = kemelak;
    const { identity, readModels: looks, vault: disclosures } = saksi;
    const killed = { ...identity.entries, note: () => Promise.reject(new Error('Killed.')) };
    const recorder = new Recorder({ ...saksi, ...identity, looks, disclosures, limits: commandLimits, entries: killed });
    const envelope = parseEnvelope(sent.headers ?? {}, { clock: kemelak.clock, language: 'en' });
    const principal = { kind: 'person', user: guard.user, session: guard.session } as const;
    await expect(recorder.record(lockDoor, lock, { ...envelope, principal })).rejects.toThrow('Killed.');
    expect((await locks()).at(-1)?.metadata.commandId).toBe(named('the server killed'));
    expect(await kemelak.eventsOf(`entry-${named('the server killed')}`)).toEqual([]);

    // Told again, it is later by the phone's clock: its offset is another one now, and a third time again.
    for (const later of [3_000, 5_000]) {
      const again = { ...sent, headers: { ...sent.headers, 'saksi-sent-at': formatWib(nightAtKemelak - later) } };
      expect(await kemelak.ask(again)).toMatchObject({ status: 201, body: { marks: ['unknown-device'] } });
    }
    const marks = await kemelak.eventsOf(`entry-${named('the server killed')}`);
    expect(marks.map(({ data }) => data)).toMatchObject([{ marks: ['unknown-device'], offset: 0, effectiveAt: nightAtKemelak - 7 * minute }]);
    expect(await entryIn('the server killed')).toMatchObject({ status: 'marked', marks: ['unknown-device'], offsetMs: 0 });
  });
});

describe('an entry of a revoked device', () => {
  it('is kept apart, whole, and answered the same again', async () => {
    const before = (await locks()).length;
    const sent = told(lost, 'kept apart', 20);
    const answer = await kemelak.ask(sent);
    expect(answer).toMatchObject({ status: 201, body: { stream: `entry-${named('kept apart')}`, marks: ['revoked'] } });
    expect((await kemelak.ask(sent)).body).toEqual(answer.body);
    expect(await locks()).toHaveLength(before);
    expect(await entryIn('kept apart')).toMatchObject({
      status: 'quarantined',
      said: expect.arrayContaining([{ field: 'reason', value: 'night' }]) as unknown,
    });
    expect((await counted()).body).toMatchObject({ toDecide: 1 });
  });

  it('is recorded where it belongs once its squad leader accepts it: on their word, naming whom it names', async () => {
    const before = await locks();
    expect((await decide('accept-entry', named('kept apart'))).status).toBe(201);
    expect(await entryIn('kept apart')).toMatchObject({ status: 'taken-up', decidedBy: leader.user });
    expect((await counted()).body).toMatchObject({ toDecide: 0 });
    const after = await locks();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)?.metadata).toMatchObject({
      voice: 'testified',
      actor: { user: leader.user, role: 'squad-leader' },
      claimedAuthor: guard.user,
      sentBy: 'process:take-up-accepted-entries',
      occurredAt: formatWib(nightAtKemelak - 20 * minute),
      effectiveAt: nightAtKemelak - 20 * minute,
      device: { id: lost.id, seq: 1, marks: ['revoked'] },
    });
    expect((await marked()).filter(({ entry }) => entry === named('kept apart'))).toHaveLength(1);
    expect(await locks()).toHaveLength(after.length);
  });

  it('is not recorded when its squad leader dismisses it', async () => {
    await kemelak.ask(told(lost, 'not ours', 15));
    const before = (await locks()).length;
    expect((await decide('dismiss-entry', named('not ours'), leader, { reason: 'not-by-its-author' })).status).toBe(201);
    expect(await entryIn('not ours')).toMatchObject({ status: 'dismissed', reason: 'not-by-its-author' });
    expect((await decide('accept-entry', named('not ours'))).body).toMatchObject({ code: 'objections-stand' });
    expect(await locks()).toHaveLength(before);
  });

  it('is not for the squad leader of another post to decide', async () => {
    await kemelak.ask(told(lost, 'of Kemelak', 10));
    expect((await decide('accept-entry', named('of Kemelak'), otherLeader)).status).toBe(404);
    expect((await decide('accept-entry', named('of Kemelak'), otherLeader, { post: otherPost })).body).toMatchObject({ code: 'objections-stand' });
  });
});
