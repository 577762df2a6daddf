import { lockDoor, mergeBases } from '#access';
import { commandLimits, KeyUsedOtherwise, Recorder, type Telling } from '#cqrs';
import { deviceEnrolled, deviceRevoked, identityProcesses, leaveUndone } from '#identity';
import { formatWib, naturalId, uuidv5 } from '#kernel';
import { ProcessRunner } from '#processes';
import { nightAtKemelak } from '#testing';
import type { Answer } from './support/ask.ts';
import { gate, named, openKemelak, post } from './support/kemelak.ts';
import { phone } from './support/phone.ts';

/* An entry of a revoked device that a squad leader accepts, and against which something stands: it is said, and can be closed. */

const process = 'take-up-accepted-entries';

/** A post whose squad leader's phone was revoked. */
async function withLostPhone(processes: boolean) {
  const kemelak = await openKemelak({ processes });
  const leader = await kemelak.person('squad leader', 'squad-leader', { post });
  const commander = await kemelak.person('commander', 'commander', { area: '1601' });
  const lost = phone(named('lost phone'));
  await kemelak.given(`account-${leader.user}`, [deviceEnrolled(lost.enrolled), deviceRevoked({ device: lost.id })]);

  const ask = (command: string, body: object, as = leader): Promise<Answer> =>
    kemelak.ask({ to: `/api/${command}`, as, body, headers: { 'idempotency-key': named(`${command} ${JSON.stringify(body)} ${as.user}`) } });
  return {
    kemelak,
    leader,
    commander,
    /** The lost phone tells of a command under this name; resolves to the entry. */
    async tells(name: string, command: string, body: object): Promise<string> {
      const clock = nightAtKemelak - 600_000;
      const what = { name: command.replace('/', '.'), commandId: named(name), author: leader.user, occurredAt: formatWib(clock), clock, body };
      const headers = { ...lost.headers(what), 'saksi-voice': 'testified', 'saksi-sent-at': formatWib(nightAtKemelak) };
      expect((await kemelak.ask({ to: `/api/${command}`, as: leader, body, headers })).body).toMatchObject({ marks: ['revoked'] });
      return named(name);
    },
    accepts: (entry: string, as = leader) => ask('identity/accept-entry', { entry, post }, as),
    dismisses: (entry: string) => ask('identity/dismiss-entry', { entry, post, reason: 'overtaken' }),
    async entry(entry: string): Promise<unknown> {
      await kemelak.saksi.processes.settle();
      await kemelak.saksi.readModels.caughtUp(await kemelak.head());
      const { body } = await kemelak.ask({ to: `/api/identity/marked-entries?post=${post}`, as: leader });
      return (body['items'] as readonly Record<string, unknown>[]).find((each) => each['entry'] === entry);
    },
    toDecide: async () => (await kemelak.ask({ to: `/api/identity/entry-counts?post=${post}`, as: leader })).body['toDecide'],
    ofEntry: async (entry: string) => (await kemelak.eventsOf(`entry-${entry}`)).map(({ type }) => type),
  };
}
type Lost = Awaited<ReturnType<typeof withLostPhone>>;

const removal = { entry: named('somebody on no list'), post, reason: 'cleared' };

describe('an accepted entry that something stands against', () => {
  let lost: Lost;
  beforeAll(async () => {
    lost = await withLostPhone(true);
  });
  afterAll(() => lost.kemelak.close());

  it('says that it was not carried out, and why, in both languages', async () => {
    const entry = await lost.tells('removed from no list', 'access/remove-from-watchlist', removal);
    await lost.accepts(entry);
    expect(await lost.entry(entry)).toMatchObject({
      status: 'not-carried-out',
      decidedBy: lost.leader.user,
      hindrances: [
        { code: 'access.watchlist-entry-not-standing', id: expect.stringMatching(/daftar/i) as string, en: expect.stringMatching(/list/i) as string },
      ],
    });
    expect(await lost.toDecide()).toBe(1);
    expect(await lost.kemelak.eventsOf(`watchlist-entry-${removal.entry}`)).toEqual([]);
  });

  it('is closed by its squad leader with a reason, and waits for nobody any more', async () => {
    const entry = named('removed from no list');
    expect((await lost.accepts(entry, lost.commander)).body).toMatchObject({ code: 'objections-stand' });
    expect((await lost.dismisses(entry)).status).toBe(201);
    expect(await lost.entry(entry)).toMatchObject({ status: 'dismissed', reason: 'overtaken', hindrances: [{}] });
    expect(await lost.toDecide()).toBe(0);
    expect(await lost.ofEntry(entry)).toEqual(['quarantined', 'accepted', 'not-carried-out', 'dismissed'].map((what) => `identity.entry-${what}.v1`));
  });

  it('says so, too, when who accepted it may not record such a thing', async () => {
    const entry = await lost.tells('merged', 'access/merge-subjects', { person: named('one'), into: named('other'), post, basis: mergeBases[0] });
    await lost.accepts(entry, lost.commander);
    expect(await lost.entry(entry)).toMatchObject({ status: 'not-carried-out', hindrances: [{ code: 'forbidden' }] });
  });
});

describe('of the taking up and the dismissal of one entry only one ever stands', () => {
  let lost: Lost;
  beforeAll(async () => {
    // Nothing takes up by itself: the spec is each of the two nodes.
    lost = await withLostPhone(false);
  });
  afterAll(() => lost.kemelak.close());

  const body = { door: gate, post, reason: 'night' } as const;
  const telling = (entry: string): Telling => ({
    commandId: uuidv5(naturalId('process', process), entry),
    principal: { kind: 'process', role: `process:${process}` },
    voice: 'asked',
  });
  const takesUp = (entry: string, recorder: Pick<Recorder, 'record'> = lost.kemelak.saksi.recorder) =>
    recorder.record(lockDoor, body, {
      ...telling(entry),
      voice: 'testified',
      method: 'device',
      author: lost.leader.user,
      occurredAt: formatWib(nightAtKemelak),
      accepted: { entry, claimedAuthor: lost.leader.user, claim: { id: named('lost phone'), seq: 1, clock: 0, offset: 0, signature: '', marks: ['revoked'] } },
    });
  const leavesUndone = (entry: string) => lost.kemelak.saksi.record(leaveUndone, { entry, hindrances: [{ code: 'access.x', details: '{}' }] }, telling(entry));
  const accepted = async (name: string): Promise<string> => {
    const entry = await lost.tells(name, 'access/lock-door', body);
    expect((await lost.accepts(entry)).status).toBe(201);
    return entry;
  };
  const locks = async (): Promise<number> => (await lost.kemelak.eventsOf(`door-${gate}`)).filter(({ type }) => type === 'access.door-locked.v1').length;

  it('accepted, and not yet taken up, it cannot be dismissed', async () => {
    const entry = await accepted('still to be taken up');
    expect((await lost.dismisses(entry)).body).toMatchObject({ code: 'objections-stand' });
  });

  it('taken up, it cannot be said to be undone any more by a node that saw an objection before', async () => {
    const entry = await accepted('taken up first');
    const before = await locks();
    await takesUp(entry);
    await expect(leavesUndone(entry)).rejects.toThrow();
    expect((await lost.dismisses(entry)).body).toMatchObject({ code: 'objections-stand' });
    expect(await locks()).toBe(before + 1);
  });

  it('said to be undone, it cannot be taken up any more by a node that saw no objection', async () => {
    const entry = await accepted('undone first');
    const before = await locks();
    await leavesUndone(entry);
    expect((await lost.dismisses(entry)).status).toBe(201);
    await expect(takesUp(entry)).rejects.toThrow(KeyUsedOtherwise);
    expect(await locks()).toBe(before);
  });

  it('taken up, and not yet marked as such: the key alone keeps it from being said to be undone', async () => {
    const entry = await accepted('taken up, the node killed');
    const { saksi } = lost.kemelak;
    const { identity, readModels: looks, vault: disclosures } = saksi;
    // As a node that is killed in between: it does not come to mark anything.
    await takesUp(
      entry,
      new Recorder({
        ...saksi,
        ...identity,
        looks,
        disclosures,
        limits: commandLimits,
        entries: { ...identity.entries, quarantine: () => undefined, note: () => Promise.resolve() },
      }),
    );
    expect(await lost.ofEntry(entry)).not.toContain('identity.entry-marked.v1');
    await expect(leavesUndone(entry)).rejects.toThrow(KeyUsedOtherwise);
    expect((await lost.dismisses(entry)).body).toMatchObject({ code: 'objections-stand' });
    await takesUp(entry);
    expect(await lost.ofEntry(entry)).toContain('identity.entry-marked.v1');
  });

  it('left to the node that was faster, it is in no other entry’s way', async () => {
    const [used, free] = [await accepted('another node was faster'), named('still to be taken up')];
    const { store, readModels, clock, record } = lost.kemelak.saksi;
    const principal = { kind: 'person', user: lost.leader.user, session: lost.leader.session } as const;
    await record(lockDoor, { ...body, reason: 'delivery' }, { ...telling(used), principal, voice: 'testified', method: 'told' });
    const trouble: unknown[] = [];
    const runner = new ProcessRunner({ store, readModels, clock, record, processes: identityProcesses, onTrouble: (_, error) => trouble.push(error) });
    await runner.start();
    await runner.settle();
    await runner.close();
    expect(trouble).toEqual([]);
    expect((await lost.ofEntry(used)).at(-1)).toBe('identity.entry-accepted.v1');
    expect((await lost.ofEntry(free)).at(-1)).toBe('identity.entry-marked.v1');
  });
});
