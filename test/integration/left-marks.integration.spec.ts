import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lockDoor } from '#access';
import { readConfiguration } from '#configuration';
import { commandLimits, Recorder, type RecorderParts, type Telling } from '#cqrs';
import { OutcomeUnknown, toNewEvent, toRecorded, type EventStore } from '#event-store';
import { parseEnvelope } from '#http';
import { deviceEnrolled } from '#identity';
import { eventId, formatWib, type Recorded } from '#kernel';
import { openSaksi, type Saksi } from '../../apps/api/src/index.ts';
import { setStage, type Stage } from '../support/server/stage.ts';
import { named } from './support/kemelak.ts';
import { phone } from './support/phone.ts';

/*
 * An entry with something wrong stands, and the server is killed before it has marked it: what it was about to do lies
 * in its folder, and the next start does it, whether the phone ever tells the entry again or not.
 */

const folder = mkdtempSync(join(tmpdir(), 'saksi-marks-'));
const configuration = readConfiguration({ SAKSI_DATA: folder, SAKSI_LOG_LEVEL: 'silent' });
const good = phone(named('phone of the guard'));
const minute = 60_000;
let stage: Stage;
let saksi: Saksi;

beforeAll(async () => {
  stage = await setStage(folder);
  saksi = await openSaksi(configuration, { processes: false, ownProcess: false });
  const { account: user } = stage.people.guard;
  const stream = await eventsOf(`account-${user}`);
  const metadata = { ...(stream[0] as Recorded).metadata, commandId: named('enrolment') };
  await saksi.store.append(`account-${user}`, [toNewEvent(eventId(named('enrolment'), 0), deviceEnrolled(good.enrolled), metadata)], stream.length - 1);
});
afterAll(async () => {
  await saksi.close();
  rmSync(folder, { recursive: true, force: true });
});

async function eventsOf(stream: string): Promise<readonly Recorded[]> {
  const found: Recorded[] = [];
  for await (const batch of saksi.store.readStream(stream)) found.push(...batch.map(toRecorded));
  return found;
}
const marksOf = (name: string): Promise<readonly Recorded[]> => eventsOf(`entry-${named(name)}`);

async function tell(name: string, more: Partial<RecorderParts> = {}): Promise<unknown> {
  const [place] = stage.posts;
  const clock = saksi.clock.now() - 5 * minute;
  const command = { door: place?.doors[0] ?? '', post: place?.post ?? '', reason: 'night' } as const;
  const author = stage.people.guard.account;
  const headers = {
    ...good.headers({ name: lockDoor.name, commandId: named(name), author, occurredAt: formatWib(clock), clock, body: command }),
    'saksi-voice': 'testified',
    'saksi-sent-at': formatWib(saksi.clock.now()),
  };
  const telling: Telling = { ...parseEnvelope(headers, { clock: saksi.clock, language: 'en' }), principal: { kind: 'person', user: author, session: 's' } };
  const { identity, readModels: looks, vault: disclosures } = saksi;
  return new Recorder({ ...saksi, ...identity, looks, disclosures, limits: commandLimits, ...more }).record(lockDoor, command, telling);
}

/** A server that ends as soon as the entry stands. */
const killed = (): Partial<RecorderParts> => ({ entries: { ...saksi.identity.entries, note: () => Promise.reject(new Error('Killed.')) } });

/** The log, with an answer of its own to whoever appends. */
const answering = (error: Error): EventStore => {
  const { store } = saksi;
  return {
    capabilities: store.capabilities,
    append: () => Promise.reject(error),
    receipt: (command) => store.receipt(command),
    readStream: (...read) => store.readStream(...read),
    readAll: (...read) => store.readAll(...read),
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    onAppended: (listener) => store.onAppended(listener),
    close: () => store.close(),
  };
};

it('is marked by the next start, as it was found, once', async () => {
  await tell('the first');
  good.headers({ name: 'lost', commandId: named('lost'), author: '', occurredAt: '', clock: 0, body: {} });
  await expect(tell('after a gap', killed())).rejects.toThrow('Killed.');
  expect(await marksOf('after a gap')).toEqual([]);
  await saksi.close();

  saksi = await openSaksi(configuration, { ownProcess: false });
  while ((await marksOf('after a gap')).length === 0) await pause(20);
  const door = `door-${stage.posts[0]?.doors[0] ?? ''}`;
  const stands = (await eventsOf(door)).find(({ metadata }) => metadata.commandId === named('after a gap'));
  expect((await marksOf('after a gap')).map(({ type, data }) => [type, data])).toMatchObject([
    [
      'identity.entry-marked.v1',
      { marks: ['sequence-gap'], missing: 1, seq: 3, stream: door, effectiveAt: stands?.metadata.effectiveAt, occurredAt: stands?.metadata.occurredAt },
    ],
  ]);
  while ((await saksi.identity.entries.expected()).length > 0) await pause(20);
  expect(await saksi.recorder.noteExpected()).toBe(0);
  expect(await marksOf('after a gap')).toHaveLength(1);
});

it('is forgotten when it was refused, and waited for while nobody knows whether it stands', async () => {
  good.headers({ name: 'lost', commandId: named('lost too'), author: '', occurredAt: '', clock: 0, body: {} });
  await expect(tell('refused', { store: answering(new Error('Refused.')) })).rejects.toThrow('Refused.');
  expect(await saksi.identity.entries.expected()).toEqual([]);

  good.headers({ name: 'lost', commandId: named('lost again'), author: '', occurredAt: '', clock: 0, body: {} });
  await expect(tell('unknown', { store: answering(new OutcomeUnknown('It broke.')) })).rejects.toThrow(OutcomeUnknown);
  expect((await saksi.identity.entries.expected()).map(({ marked }) => marked.entry)).toEqual([named('unknown')]);
  expect(await saksi.recorder.noteExpected()).toBe(0);
  expect(await marksOf('unknown')).toEqual([]);
});
