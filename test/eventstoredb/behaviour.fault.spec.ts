import { setTimeout as pause } from 'node:timers/promises';
import { ANY, binaryEvent, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import {
  EventStoreDbUnusable,
  EventStoreUnavailable,
  LogOutOfOrder,
  openEventStoreDb,
  OutcomeUnknown,
  UnknownPosition,
  WrongEventStoreDbUrl,
} from '#event-store';
import type { EventStore, EventStoreDbOptions, StoredEvent } from '#event-store';
import { collected, idsOf, newScene, wholeLog } from '../../libs/event-store/src/contract/scene.ts';
import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';
import { noFaults } from '../support/eventstoredb/faults.ts';

let double = new EventStoreDbDouble();
const stores: EventStore[] = [];
const open = async (options: Partial<EventStoreDbOptions> = {}): Promise<EventStore> => {
  const store = await openEventStoreDb({ url: double.url, watchEvery: 100, ...options });
  stores.push(store);
  return store;
};
beforeEach(async () => {
  double = await EventStoreDbDouble.started();
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  double.kill();
});

const utf8 = (text: string): Buffer => Buffer.from(text);
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the double does as the server was measured to do', () => {
  const id = '8f0e3d0a-3c5e-5d0e-9d5c-0d6f1f3c1a01';
  const event = (data: string) => binaryEvent({ id, type: 'measured', data: utf8(data) });
  const connected = () => EventStoreDBClient.connectionString(double.url);

  it('calls other bytes under the same ids a success, and keeps the old ones', async () => {
    const client = connected();
    const first = await client.appendToStream('visit-1', [event('one')], { expectedRevision: NO_STREAM });
    expect(await client.appendToStream('visit-1', [event('two')], { expectedRevision: NO_STREAM })).toEqual(first);
    expect(double.log.lengthOf('visit-1')).toBe(1);
    await client.dispose();
  });

  it('forgets at a restart what was appended without an expected revision', async () => {
    const client = connected();
    await client.appendToStream('visit-1', [event('one')], { expectedRevision: ANY });
    await client.appendToStream('visit-1', [event('one')], { expectedRevision: ANY });
    expect(double.log.lengthOf('visit-1')).toBe(1);
    await client.dispose();
    double.kill();
    await double.start();
    const other = connected();
    await other.appendToStream('visit-1', [event('one')], { expectedRevision: ANY });
    expect(double.log.lengthOf('visit-1')).toBe(2);
    await other.dispose();
  });

  it('calls an empty append a success at revision 0', async () => {
    const client = connected();
    expect(await client.appendToStream('visit-1', [], { expectedRevision: NO_STREAM })).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(double.log.lengthOf('visit-1')).toBe(0);
    await client.dispose();
  });
});

describe('a server that goes away', () => {
  it('is said to be away within the patience, and taken up again when it is back', async () => {
    const store = await open({ patience: 400 });
    const scene = await newScene(store);
    await store.append(scene.stream(), scene.events('before', 2), 'none');
    const seen: string[] = [];
    const ending = new AbortController();
    const subscribed = (async () => {
      for await (const { events } of store.subscribe({ from: scene.since, signal: ending.signal })) {
        seen.push(...idsOf(events));
        if (seen.length === 3) return;
      }
    })();
    double.kill();
    const errors = await Promise.all([
      failure(store.append(scene.stream(), scene.events('after', 1), 1)),
      failure(scene.readStream(scene.stream())),
      failure(store.head()),
    ]);
    expect(errors[0] instanceof OutcomeUnknown || errors[0] instanceof EventStoreUnavailable).toBe(true);
    expect(errors.slice(1).every((error) => error instanceof EventStoreUnavailable)).toBe(true);
    // Nothing is sent any more, so it is known that nothing was recorded.
    expect(await failure(store.append(scene.stream('other'), scene.events('other', 1), 'none'))).toBeInstanceOf(EventStoreUnavailable);
    await double.start();
    for (let back = false; !back; await pause(20)) back = (await failure(store.append(scene.stream(), scene.events('after', 1), 1))) === undefined;
    await subscribed;
    expect(seen).toEqual(idsOf([...scene.events('before', 2), ...scene.events('after', 1)]));
    expect(idsOf(await wholeLog(store))).toEqual(seen);
    ending.abort();
  });

  it('leaves a promise of an append unknown when it answers no more, and the repetition finds what became of it', async () => {
    const store = await open({ patience: 300, attemptTimeout: 100 });
    const scene = await newScene(store);
    double.faults = { ...noFaults, append: () => 'no-answer' };
    expect(await failure(store.append(scene.stream(), scene.events('event', 2), 'none'))).toBeInstanceOf(OutcomeUnknown);
    double.faults = noFaults;
    expect(await store.append(scene.stream(), scene.events('event', 2), 'none')).toMatchObject({ firstRevision: 0, lastRevision: 1, repeated: true });
    expect(await wholeLog(store)).toHaveLength(2);
  });
});

describe('a subscription', () => {
  const listened = async (store: EventStore, from?: bigint): Promise<unknown> => {
    const signal = AbortSignal.timeout(30_000);
    return failure(
      (async () => {
        for await (const batch of store.subscribe({ signal, ...(from !== undefined && { from }) })) expect(batch).toBeDefined();
      })(),
    );
  };

  it('stops loudly when an event comes twice', async () => {
    const store = await open();
    const scene = await newScene(store);
    await store.append(scene.stream(), scene.events('event', 3), 'none');
    double.faults = { ...noFaults, subscription: () => 'again' };
    expect(await listened(store)).toBeInstanceOf(LogOutOfOrder);
  });

  it('refuses a position that this server never gave: beyond its end, or where nothing begins', async () => {
    const store = await open();
    const scene = await newScene(store);
    const { position } = await store.append(scene.stream(), scene.events('event', 3), 'none');
    expect(await listened(store, position + 1_280_000n)).toBeInstanceOf(UnknownPosition);
    expect(await listened(store, position - 1n)).toBeInstanceOf(UnknownPosition);
  });

  it('finds out that the server has gone silent, and goes on', async () => {
    const [store, other] = [await open(), await open()];
    const scene = await newScene(store);
    double.faults = { ...noFaults, subscription: () => 'silent' };
    const seen: StoredEvent[] = [];
    const subscribed = (async () => {
      for await (const { events } of store.subscribe({ signal: AbortSignal.timeout(30_000) })) {
        seen.push(...events);
        if (seen.length >= 2) return;
      }
    })();
    await other.append(scene.stream(), scene.events('event', 2), 'none');
    for (let looks = 0; looks < 3; looks++) await store.head();
    double.faults = noFaults;
    await subscribed;
    expect(idsOf(seen)).toEqual(idsOf(scene.events('event', 2)));
  });

  it('and every read show nothing of the system, of links or of other applications', async () => {
    const store = await open({ prefix: 'saksi' });
    const scene = await newScene(store);
    const foreign = { ...scene.event('foreign'), id: scene.id('foreign') };
    for (const stream of ['$stats-127.0.0.1', 'orders-1', 'saksi2:visit-1', 'saksi:visit-links']) {
      const type = stream.endsWith('links') ? '$>' : 'order-placed';
      await double.log.append(stream, [{ ...foreign, id: scene.id(stream), type }], 'none');
    }
    await store.append(scene.stream(), scene.events('own', 1), 'none');
    const seen: StoredEvent[] = [];
    for await (const { events, caughtUp } of store.subscribe({ signal: AbortSignal.timeout(30_000) })) {
      seen.push(...events);
      if (caughtUp) break;
    }
    expect(idsOf(seen)).toEqual([scene.id('own 0')]);
    expect(idsOf(await collected(store.readAll()))).toEqual([scene.id('own 0')]);
  });
});

describe('a server that cannot be used', () => {
  it('does not answer at start: the sentence says what to do', async () => {
    double.kill();
    const error = await failure(open({ openWithin: 200 }));
    expect(error).toBeInstanceOf(EventStoreDbUnusable);
    expect((error as Error).message).toContain('Start it, or correct the address');
  });

  it('is too old', async () => {
    const old = await EventStoreDbDouble.started({ version: '22.10.4' });
    expect(await failure(openEventStoreDb({ url: old.url }))).toMatchObject({
      name: 'EventStoreDbUnusable',
      message: expect.stringContaining('needs 23.10') as string,
    });
    old.kill();
  });

  it('does not know the credentials, or lets them do too little: at once, in a sentence', async () => {
    double.faults = { ...noFaults, read: () => 'denied' };
    expect(await failure(open())).toMatchObject({
      name: 'EventStoreDbUnusable',
      message: expect.stringContaining('refuses the credentials of SAKSI_EVENTSTOREDB_URL') as string,
    });
    double.faults = noFaults;
    const store = await open();
    const scene = await newScene(store);
    double.faults = { ...noFaults, append: () => 'denied' };
    const refused = await failure(store.append(scene.stream(), scene.events('event', 1), 'none'));
    expect(refused).toMatchObject({ name: 'EventStoreUnavailable', message: expect.stringContaining('refuses the credentials') as string });
    expect(await wholeLog(store)).toEqual([]);
  });

  it('is addressed by what is no connection string, whose password nobody is shown', async () => {
    const error = await failure(openEventStoreDb({ url: 'eventstore://admin:swordfish@host:2113' }));
    expect(error).toBeInstanceOf(WrongEventStoreDbUrl);
    expect((error as Error).message).not.toContain('swordfish');
  });

  it('does not speak TLS where TLS was asked for', async () => {
    const error = await failure(open({ url: double.url.replace('?tls=false', '').replace('127.0.0.1', 'localhost'), openWithin: 3_000 }));
    expect(error).toMatchObject({ name: 'EventStoreDbUnusable', message: expect.stringContaining('tls=false') as string });
  });
});
