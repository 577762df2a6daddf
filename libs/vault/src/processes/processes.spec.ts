import { jest } from '@jest/globals';
import 'reflect-metadata';
import { Recorder, StreamCache, commandLimits, type Telling } from '#cqrs';
import { emptyMemoryLog, openMemoryEventStore, toRecorded } from '#event-store';
import { uuidv7, type Asked, type CommandSlice, type Role } from '#kernel';
import { readLog, readLogId } from '../domain/read-log.ts';
import { subject as subjectStream, type ErasureGround } from '../domain/subject.ts';
import { executeErasure } from '../features/execute-erasure/execute-erasure.ts';
import { orderErasure } from '../features/order-erasure/order-erasure.ts';
import { placeLegalHold } from '../features/place-legal-hold/place-legal-hold.ts';
import { refuseErasure } from '../features/refuse-erasure/refuse-erasure.ts';
import { requestErasure } from '../features/request-erasure/request-erasure.ts';
import { openReadSpool, type ReadSpool } from '../spool/read-spool.ts';
import { VaultFixture } from '../testing/fixture.ts';
import { erasingFirst, type Recording } from './erasing-first.ts';
import { forwardHolds } from './forward-holds.ts';
import { recordReads } from './record-reads.ts';
import { eraseAfterRetention } from './retention.ts';

// Workers start slowly on a busy machine; how long they take decides nothing.
jest.setTimeout(60_000);

let fixture: VaultFixture;
let store: ReturnType<typeof openMemoryEventStore>;
let record: Recording;
let person: string;

beforeEach(async () => {
  fixture = new VaultFixture();
  await fixture.open();
  store = openMemoryEventStore({ log: emptyMemoryLog() });
  const recorder = new Recorder({
    store,
    streams: new StreamCache(store, { streams: commandLimits.cachedStreams }),
    looks: { ask: () => Promise.reject(new Error('No slice of the vault looks at a projection.')) },
    authority: {
      actorFor: (principal, roles) =>
        Promise.resolve(principal.kind === 'process' ? { user: principal.role, role: principal.role } : { user: principal.user, role: roles[0] as Role }),
      holds: () => Promise.resolve(true),
    },
    coSigning: { verify: () => Promise.reject(new Error('Nothing is co-signed.')) },
    devices: { check: () => Promise.reject(new Error('Nothing is signed.')) },
    disclosures: fixture.vault,
    clock: fixture.clock,
    limits: commandLimits,
  });
  record = erasingFirst({ erase: (subject) => fixture.vault.erase(subject) }, (slice, asked, telling) => recorder.record(slice, asked, telling));
  person = fixture.subject();
});
afterEach(async () => {
  await store.close();
  await fixture.remove();
});

const told = async (stream: string) => {
  const found: unknown[][] = [];
  for await (const batch of store.readStream(stream)) for (const stored of batch) found.push([toRecorded(stored).type, toRecorded(stored).data]);
  return found;
};
const ofPerson = () => told(subjectStream.at(person).name);
const by = (principal: Telling['principal'], commandId = uuidv7(fixture.clock.now())): Telling => ({ commandId, principal, voice: 'asked' });
const leader = { kind: 'person', user: '018c2207-0000-7000-8000-0000000000a7', session: 's' } as const;
const admin = { kind: 'person', user: '018c2207-0000-7000-8000-0000000000a8', session: 's' } as const;
const execution = { kind: 'process', role: 'process:execute-erasures' } as const;
const say = <C extends object>(slice: CommandSlice<C>, asked: Asked<C>, who: Telling['principal']) => record(slice, asked, by(who));

async function ordered(ground: ErasureGround = 'own-request'): Promise<void> {
  await say(requestErasure, { subject: person, ground }, leader);
  await say(orderErasure, { subject: person }, admin);
}

describe('an ordered erasure', () => {
  it('is done in the vault before it stands in the log', async () => {
    const name = await fixture.keep(person, 'Budi');
    await ordered();
    expect(await fixture.value(name)).toBe('Budi');
    await say(executeErasure, { subject: person }, execution);
    expect(await fixture.value(name)).toBeUndefined();
    expect(await ofPerson()).toEqual([
      ['vault.erasure-requested.v1', { ground: 'own-request' }],
      ['vault.erasure-ordered.v1', { ground: 'own-request' }],
      ['vault.subject-erased.v1', { ground: 'own-request' }],
    ]);
  });

  it('is recorded once, however often a crash came between erasing and recording', async () => {
    await ordered();
    await fixture.vault.erase(person);
    const once = by(execution);
    await record(executeErasure, { subject: person }, once);
    await record(executeErasure, { subject: person }, once);
    expect((await ofPerson()).filter(([type]) => type === 'vault.subject-erased.v1')).toHaveLength(1);
  });

  it('is refused in the log when the vault itself holds the person', async () => {
    const name = await fixture.keep(person, 'Budi');
    await ordered();
    await fixture.vault.placeHold({ hold: fixture.subject(), subject: person, reason: 'audit', by: 'someone' });
    await say(executeErasure, { subject: person }, execution);
    expect(await fixture.value(name)).toBe('Budi');
    expect((await ofPerson()).at(-1)).toEqual(['vault.erasure-refused.v1', { reason: 'under-legal-hold' }]);
  });
});

describe('retention', () => {
  const month = 30 * 86_400_000;
  const run = (mayGo = () => Promise.resolve(true)) => eraseAfterRetention({ vault: fixture.vault, record, clock: fixture.clock, retention: month, mayGo });

  it('orders the erasure of those of whom nothing was kept for so long, once', async () => {
    const recent = fixture.subject();
    await fixture.keep(person, 'Budi');
    fixture.days(31);
    await fixture.keep(recent, 'Siti');
    expect(await run()).toBe(1);
    expect((await ofPerson()).map(([type]) => type)).toEqual(['vault.erasure-requested.v1', 'vault.erasure-ordered.v1']);
    expect(await told(subjectStream.at(recent).name)).toEqual([]);
    await run();
    expect(await ofPerson()).toHaveLength(2);
  });

  it('lets nobody go who may not, or who is held', async () => {
    await fixture.keep(person, 'Budi');
    fixture.days(31);
    expect(await run(() => Promise.resolve(false))).toBe(0);
    expect(await ofPerson()).toEqual([]);
    await say(placeLegalHold, { subject: person, hold: fixture.subject(), reason: 'investigation' }, leader);
    expect(await run()).toBe(0);
    expect((await ofPerson()).at(-1)?.[0]).toBe('vault.erasure-requested.v1');
    await say(refuseErasure, { subject: person, reason: 'under-legal-hold' }, admin);
  });
});

describe('legal holds', () => {
  it('reach the vault: those that stand, and those that are placed from then on', async () => {
    const ending = new AbortController();
    const [before, after] = [fixture.subject(), fixture.subject()];
    const readModels = {
      waitFor: () => Promise.resolve(true),
      run: () =>
        Promise.resolve({
          rows: [{ hold: before, subject: person, reason: 'audit', placed: 1, placed_by: 'x', released: null, released_by: null }] as never[],
          position: 0n,
        }),
    };
    const failures: unknown[] = [];
    const forwarding = forwardHolds({ store, readModels, vault: fixture.vault, signal: ending.signal, onFailure: (error) => failures.push(error) });
    await say(placeLegalHold, { subject: person, hold: after, reason: 'court-order' }, leader);
    const held = async () => (await fixture.vault.holdsOn(person)).map(({ hold }) => hold).sort();
    while ((await held()).length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await held()).toEqual([before, after].sort());
    ending.abort();
    await forwarding;
    expect(failures).toEqual([]);
  });
});

describe('reads of personal data', () => {
  let spool: ReadSpool;
  beforeEach(async () => {
    spool = await openReadSpool({ folder: fixture.data, clock: fixture.clock });
  });
  afterEach(() => spool.close());

  it('reach the reader’s own stream of the day once, though the spool forgot that they did', async () => {
    const reader = { user: leader.user, role: 'guard', post: fixture.subject() } as const;
    const minute = fixture.clock.now() - (fixture.clock.now() % 60_000);
    await spool.record({ reader, view: 'access.visits', subjects: [person], at: fixture.clock.now() });
    fixture.clock.set(fixture.clock.now() + 60_000);
    const forgetful = {
      drain: async () => (await spool.drain()).slice(0, forgot.length < 1 ? 1 : 0),
      drained: (ids: readonly string[]) => Promise.resolve(void forgot.push(...ids)),
    };
    const forgot: string[] = [];
    expect(await recordReads({ spool: forgetful, record })).toBe(1);
    expect(await recordReads({ spool, record })).toBe(1);
    expect(await recordReads({ spool, record })).toBe(0);
    expect(await told(readLog.at(readLogId(leader.user, minute)).name)).toEqual([
      ['vault.personal-data-read.v1', { reader: leader.user, role: 'guard', post: reader.post, view: 'access.visits', minute, times: 1, subjects: [person] }],
    ]);
  });
});
