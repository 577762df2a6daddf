import { jest } from '@jest/globals';
import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DuplicateEventId, emptyMemoryLog, EventStoreUnavailable, openMemoryEventStore, OutcomeUnknown, toRecorded } from '#event-store';
import type { EventStore } from '#event-store';
import { Count, Id, Note } from '#http';
import { command, commitmentOf, event, settableClock, stream, uuidv5 } from '#kernel';
import type { Recorded, Sealed } from '#kernel';
import { InTheFuture, KeyUsedOtherwise, NotPermitted, Objected, OutOfScope, StreamBusy } from './errors.ts';
import { commandLimits } from './limits.ts';
import type { Disclosure, Disclosures } from './ports.ts';
import { Recorder } from './recorder.ts';
import { StreamCache } from './stream-cache.ts';
import type { Telling } from './telling.ts';

const counted = event('test.counted.v1')<{ by: number; note?: Sealed }>();
interface Tally {
  sum: number;
  post?: string;
}
const tally = stream<Tally, ReturnType<typeof counted>>({
  kind: 'tally',
  initial: { sum: 0 },
  scope: ({ post }) => (post === undefined ? undefined : { post }),
  evolve: { 'test.counted.v1': ({ sum }, { by }) => ({ sum: sum + by, ...(sum + by >= 1_000_000 && { post: 'far-away' }) }) },
});

class CountUp {
  @Id('The tally') tally!: string;
  @Count('How many', { max: 2_000_000 }) by!: number;
}
const countUp = command(CountUp)({
  name: 'test.count-up',
  summary: 'Counts.',
  records: 'fact',
  roles: ['guard'],
  scope: () => 'anyone',
  writes: { tally: (c) => tally.at(c.tally) },
  objections: { 'test.too-many': ({ by }, { tally }) => tally.sum + by > 100 && by < 1_000 && { sum: tally.sum } },
  notices: { 'test.many': ({ data: { by } }) => by >= 60 && { by } },
  record: ({ by }) => [counted({ by })],
});

class NoteDown {
  @Id('The tally') tally!: string;
  @Note('What was seen') note!: Sealed;
}
const noteDown = command(NoteDown)({
  name: 'test.note-down',
  summary: 'Notes.',
  records: 'order',
  roles: ['guard'],
  scope: () => 'anyone',
  writes: { tally: (c) => tally.at(c.tally) },
  objections: { 'test.too-many': (_, { tally }) => tally.sum > 100 },
  record: ({ note }) => [counted({ by: 0, note })],
});

const guard = uuidv5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'guard');
const other = uuidv5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'other');
const someTally = uuidv5(guard, 'tally');
const now = Date.UTC(2023, 10, 30, 19);

function setUp(limits = commandLimits, store: EventStore = openMemoryEventStore({ log: emptyMemoryLog() }), clock = settableClock(now)) {
  const kept: Disclosure[] = [];
  /** How far the log went when each value was kept. */
  const keptAt: bigint[] = [];
  const disclosures: Disclosures = {
    commit: ({
      subject,
      path,
      value,
      commandId,
      salt = createHmac('sha256', 'master')
        .update(commandId + path)
        .digest('hex')
        .slice(0, 32),
    }) => ({ commitment: commitmentOf(salt, subject, path, value), salt }),
    keep: async (each) => {
      // Whoever does not wait for it is through with their event by then.
      await nextTurn();
      keptAt.push(await store.head());
      kept.push(...each);
    },
    reveal: () => Promise.resolve(new Map()),
    digest: (payload) => createHmac('sha256', 'master').update(payload).digest(),
  };
  const recorder = new Recorder({
    store,
    streams: new StreamCache(store, { streams: limits.cachedStreams }),
    looks: { ask: () => Promise.reject(new Error('no look is declared')) },
    authority: {
      actorFor: (principal) =>
        principal.kind === 'person' ? Promise.resolve({ user: principal.user, role: 'guard' }) : Promise.reject(new NotPermitted(['guard'])),
      holds: () => Promise.resolve(false),
    },
    coSigning: { verify: () => Promise.reject(new Error('nothing is co-signed')) },
    devices: { check: () => Promise.reject(new Error('no device')) },
    disclosures,
    clock,
    limits,
  });
  return { store, recorder, kept, keptAt };
}

const telling = (key: string, more: Partial<Telling> = {}): Telling => ({
  commandId: uuidv5(guard, key),
  principal: { kind: 'person', user: guard, session: 's' },
  voice: 'asked',
  ...more,
});

async function eventsOf(store: EventStore, stream: string): Promise<Recorded[]> {
  const events: Recorded[] = [];
  for await (const batch of store.readStream(stream)) events.push(...batch.map(toRecorded));
  return events;
}

describe('recording', () => {
  it('gives the first answer again to the same key and content', async () => {
    const { store, recorder } = setUp();
    const first = await recorder.record(countUp, { tally: someTally, by: 60 }, telling('a'));
    await recorder.record(countUp, { tally: someTally, by: 1 }, telling('b'));
    const again = await recorder.record(countUp, { tally: someTally, by: 60 }, telling('a'));
    expect({ ...again, repeated: false }).toEqual(first);
    expect(again.repeated).toBe(true);
    expect(await eventsOf(store, `tally-${someTally}`)).toHaveLength(2);
  });

  it('gives the first answer again to what was asked first, and is told later by a phone that never got the answer', async () => {
    const { store, recorder } = setUp();
    const at = { occurredAt: '2023-12-01T02:00:00+07:00' };
    const first = await recorder.record(countUp, { tally: someTally, by: 60 }, telling('a', at));
    const again = await recorder.record(countUp, { tally: someTally, by: 60 }, telling('a', { ...at, voice: 'testified', method: 'told' }));
    expect(again).toEqual({ ...first, repeated: true });
    expect(await eventsOf(store, `tally-${someTally}`)).toHaveLength(1);
  });

  it('says what must be heard of what it recorded, the same whenever it is asked', async () => {
    const { recorder } = setUp();
    const heard = async (by: number, key: string) => (await recorder.record(countUp, { tally: someTally, by }, telling(key))).notices;
    expect(await heard(60, 'a')).toEqual(new Map([['test.many', { by: 60 }]]));
    expect(await heard(60, 'a')).toEqual(new Map([['test.many', { by: 60 }]]));
    expect(await heard(1, 'b')).toEqual(new Map());
  });

  it('gives the first answer again although the command would now be objected to', async () => {
    const { recorder } = setUp();
    const first = await recorder.record(countUp, { tally: someTally, by: 60 }, telling('a'));
    expect(await recorder.record(countUp, { tally: someTally, by: 60 }, telling('a'))).toEqual({ ...first, repeated: true });
    await expect(recorder.record(countUp, { tally: someTally, by: 60 }, telling('b'))).rejects.toThrow(Objected);
  });

  it.each([
    ['other content', { tally: someTally, by: 2 }, {}],
    ['another user', { tally: someTally, by: 1 }, { principal: { kind: 'person', user: other, session: 's' } as const }],
    ['another time of the event', { tally: someTally, by: 1 }, { occurredAt: '2023-11-30T20:00:00+07:00' }],
  ])('tells nothing about a key that was used with %s', async (_, asked, more) => {
    const { store, recorder } = setUp();
    await recorder.record(countUp, { tally: someTally, by: 1 }, telling('a'));
    await expect(recorder.record(countUp, asked, telling('a', more))).rejects.toThrow(KeyUsedOtherwise);
    expect(await eventsOf(store, `tally-${someTally}`)).toHaveLength(1);
  });

  /** A store whose appends end as said, and which cannot be read afterwards. */
  const gone = (ending: Error, away?: EventStore['capabilities']['away']): EventStore => {
    const store = openMemoryEventStore({ log: emptyMemoryLog() });
    let appended = false;
    return {
      ...store,
      capabilities: { ...store.capabilities, ...(away && { away }) },
      append: () => {
        appended = true;
        return Promise.reject(ending);
      },
      receipt: (key) => (appended ? Promise.reject(new EventStoreUnavailable('It is gone.')) : store.receipt(key)),
      readStream: (...read) => store.readStream(...read),
    };
  };

  it('says that the outcome is unknown when what stands cannot be looked at: not that nothing was recorded', async () => {
    for (const ending of [new OutcomeUnknown('It broke.'), new DuplicateEventId(`tally-${someTally}`)]) {
      const { recorder } = setUp(commandLimits, gone(ending));
      await expect(recorder.record(countUp, { tally: someTally, by: 1 }, telling('a'))).rejects.toThrow(OutcomeUnknown);
    }
  });

  it('does not ask a log once more that is known to be away', async () => {
    const store = gone(new OutcomeUnknown('It broke.'), () => ({ forMs: 2_500, why: 'It broke.' }));
    let asked = 0;
    const counting: EventStore = { ...store, receipt: (key) => (asked++, store.receipt(key)), readStream: (...read) => store.readStream(...read) };
    await expect(setUp(commandLimits, counting).recorder.record(countUp, { tally: someTally, by: 1 }, telling('a'))).rejects.toThrow(OutcomeUnknown);
    expect(asked).toBe(0);
  });

  it('does not remember a refusal: the same key decides again', async () => {
    const { recorder } = setUp();
    await recorder.record(countUp, { tally: someTally, by: 99 }, telling('a'));
    await expect(recorder.record(countUp, { tally: someTally, by: 50 }, telling('b'))).rejects.toThrow(Objected);
    await expect(recorder.record(countUp, { tally: someTally, by: 1 }, telling('b'))).resolves.toMatchObject({ lastRevision: 1 });
  });

  it('keeps testimony with what it contradicts, and refuses an order', async () => {
    const { store, recorder } = setUp();
    await recorder.record(countUp, { tally: someTally, by: 100 }, telling('a'));
    const late = telling('b', { voice: 'testified', method: 'told', occurredAt: '2023-11-30T20:00:00+07:00' });
    expect(await recorder.record(countUp, { tally: someTally, by: 50 }, late)).toMatchObject({ contradicts: ['test.too-many'] });
    const [, event] = await eventsOf(store, `tally-${someTally}`);
    expect(event?.metadata).toMatchObject({
      contradicts: ['test.too-many'],
      voice: 'testified',
      occurredAt: '2023-11-30T20:00:00+07:00',
      effectiveAt: now - 6 * 3_600_000,
      recordedAt: now,
      decidedOn: { streams: { [`tally-${someTally}`]: 0 } },
    });
    await expect(recorder.record(noteDown, { tally: someTally, note: { value: 'x' } }, telling('c', { voice: 'testified', method: 'told' }))).rejects.toThrow(
      Objected,
    );
  });

  it('refuses what is asked of the future, and marks what is testified of it', async () => {
    const { store, recorder } = setUp();
    await expect(recorder.record(countUp, { tally: someTally, by: 1 }, telling('a', { occurredAt: '2023-12-01T05:00:00+07:00' }))).rejects.toThrow(InTheFuture);
    await recorder.record(countUp, { tally: someTally, by: 1 }, telling('a', { occurredAt: '2023-12-01T05:00:00+07:00', voice: 'testified', method: 'told' }));
    expect((await eventsOf(store, `tally-${someTally}`))[0]?.metadata.contradicts).toEqual(['saksi.in-the-future']);
  });

  it('tells whoever may not do it just that, whatever time they say', async () => {
    const { recorder } = setUp();
    const stranger = telling('a', { principal: { kind: 'process', role: 'process:spec' }, occurredAt: '2023-12-01T05:00:00+07:00' });
    await expect(recorder.record(countUp, { tally: someTally, by: 1 }, stranger)).rejects.toThrow(NotPermitted);
  });

  it('keeps the personal value before the event, and only its commitment in the log', async () => {
    const { store, recorder, kept, keptAt } = setUp();
    await recorder.record(noteDown, { tally: someTally, note: { value: 'Pak Contoh di gerbang' } }, telling('a'));
    expect([keptAt, await store.head()]).toEqual([[0n], 1n]);
    const [event] = await eventsOf(store, `tally-${someTally}`);
    expect(kept).toMatchObject([{ value: 'Pak Contoh di gerbang', kind: 'note', path: 'test.note-down.note', subject: uuidv5(guard, 'a') }]);
    expect(event?.data).toEqual({ by: 0, note: kept[0]?.commitment });
    expect(JSON.stringify(event?.metadata)).not.toContain('Contoh');
  });

  it('keeps personal values once more when the machine slept after it had kept them: they may have been swept meanwhile', async () => {
    const clock = settableClock(now);
    const store = openMemoryEventStore({ log: emptyMemoryLog() });
    const append = store.append.bind(store);
    store.append = (...appended) => {
      clock.set(now + 8 * 86_400_000);
      return append(...appended);
    };
    const { recorder, kept, keptAt } = setUp(commandLimits, store, clock);
    await recorder.record(noteDown, { tally: someTally, note: { value: 'Budi waited.' } }, telling('a'));
    expect([kept.map(({ value }) => value), keptAt]).toEqual([
      ['Budi waited.', 'Budi waited.'],
      [0n, 1n],
    ]);
  });

  it('lets nobody write to a stream that belongs to a place they do not hold', async () => {
    const { store, recorder } = setUp();
    await recorder.record(countUp, { tally: someTally, by: 1_000_000 }, telling('a'));
    await expect(recorder.record(countUp, { tally: someTally, by: 1 }, telling('b', { voice: 'testified', method: 'told' }))).rejects.toThrow(OutOfScope);
    expect(await eventsOf(store, `tally-${someTally}`)).toHaveLength(1);
  });

  it('lets 64 clients write to one stream without a conflict', async () => {
    const { store, recorder } = setUp();
    await Promise.all(Array.from({ length: 64 }, (_, client) => recorder.record(countUp, { tally: someTally, by: 1 }, telling(`client ${client}`))));
    expect((await eventsOf(store, `tally-${someTally}`)).map(({ revision }) => revision)).toEqual(Array.from({ length: 64 }, (_, revision) => revision));
  });

  it('says busy before too much waits for one stream', async () => {
    const { recorder } = setUp({ ...commandLimits, waitingPerStream: 2 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, (_, client) => recorder.record(countUp, { tally: someTally, by: 1 }, telling(`client ${client}`))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StreamBusy);
  });

  it('decides again when another process wrote in between', async () => {
    const { store, recorder } = setUp();
    await recorder.record(countUp, { tally: someTally, by: 1 }, telling('a'));
    const { recorder: elsewhere } = setUp(commandLimits, store);
    await elsewhere.record(countUp, { tally: someTally, by: 1 }, telling('b'));
    expect(await recorder.record(countUp, { tally: someTally, by: 1 }, telling('c'))).toMatchObject({ firstRevision: 2 });
  });

  describe('of a slice that begins streams', () => {
    const another = uuidv5(guard, 'another tally');
    /** Which streams were looked at, from when the first one was begun. */
    const begun = async () => {
      const { store, recorder } = setUp();
      await recorder.record(countUp, { tally: someTally, by: 1 }, telling('first'));
      const looked = jest.spyOn(store, 'readStream');
      return { store, recorder, looked };
    };

    it('does not look for what it takes to be new', async () => {
      const { recorder, looked } = await begun();
      expect(await recorder.record(countUp, { tally: another, by: 1 }, telling('a'))).toMatchObject({ firstRevision: 0 });
      expect(looked).not.toHaveBeenCalled();
    });

    it('decides again on what stands there, when it is not new', async () => {
      const { store, recorder } = await begun();
      await setUp(commandLimits, store).recorder.record(countUp, { tally: another, by: 99 }, telling('elsewhere'));
      expect(await recorder.record(countUp, { tally: another, by: 1 }, telling('a'))).toMatchObject({ firstRevision: 1 });
      await setUp(commandLimits, store).recorder.record(countUp, { tally: another, by: 2_000 }, telling('b'));
      await expect(recorder.record(countUp, { tally: another, by: 2 }, telling('c'))).rejects.toThrow(Objected);
    });

    it('refuses nothing before it has looked', async () => {
      const { recorder, looked } = await begun();
      await expect(recorder.record(countUp, { tally: another, by: 101 }, telling('a'))).rejects.toThrow(Objected);
      expect(looked).toHaveBeenCalledWith(`tally-${another}`, { from: 0 });
    });
  });
});
