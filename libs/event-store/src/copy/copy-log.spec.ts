import { eventId, uuidv5 } from '#kernel';
import { seeded } from '../contract/random.ts';
import { wholeLog, content } from '../contract/scene.ts';
import { LogsDiffer } from '../errors.ts';
import { emptyMemoryLog, type MemoryLog } from '../memory/memory-log.ts';
import { openMemoryEventStore } from '../memory/memory-event-store.ts';
import type { EventStore } from '../port.ts';
import { copyLog } from './copy-log.ts';

const silent = { progress: () => undefined };
const command = (index: number): string => uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', `copied ${index}`);

/** Commands of one to three events over a few streams, one after the other and now and then twice in a row on the same. */
async function recorded(): Promise<EventStore> {
  const [store, random, lengths] = [openMemoryEventStore({ batchEvents: 7 }), seeded(4), new Map<string, number>()];
  for (let index = 0; index < 60; index++) {
    const stream = `visit-${random(5)}`;
    const at = lengths.get(stream) ?? 0;
    const events = Array.from({ length: 1 + random(3) }, (_, n) => ({
      id: eventId(command(index), n),
      type: 'access.guest-left.v1',
      data: Buffer.from(`{"n":${n}}`),
      metadata: Buffer.from(`{"commandId":"${command(index)}"}`),
    }));
    await store.append(stream, events, at === 0 ? 'none' : at - 1, { receipt: { command: command(index), user: 'guard', digest: Uint8Array.of(index) } });
    lengths.set(stream, at + events.length);
  }
  return store;
}

/** A store whose process is killed at its nth append: before that one was written, or after. */
function killedAt(n: number, log: MemoryLog, written: boolean): EventStore {
  const store = openMemoryEventStore({ log });
  let left = n;
  return Object.assign(Object.create(store) as EventStore, {
    append: async (...append: Parameters<EventStore['append']>) => {
      if (left-- > 0) return store.append(...append);
      if (written) await store.append(...append);
      throw new Error('killed');
    },
    readAll: (...read: Parameters<EventStore['readAll']>) => store.readAll(...read),
    head: () => store.head(),
  });
}

it('copies order, streams, ids, types, bytes and receipts', async () => {
  const [source, target] = [await recorded(), openMemoryEventStore()];
  const { events, digest } = await copyLog(source, target, silent);
  const [one, other] = [await wholeLog(source), await wholeLog(target)];
  expect(other.map(content)).toEqual(one.map(content));
  expect(other.map(({ stream, revision }) => [stream, revision])).toEqual(one.map(({ stream, revision }) => [stream, revision]));
  expect([events, digest.events]).toEqual([one.length, one.length]);
  for (let index = 0; index < 60; index++)
    expect(await target.receipt(command(index))).toMatchObject({
      user: 'guard',
      ...(await source.receipt(command(index)).then((kept) => ({ firstRevision: kept?.firstRevision }))),
    });
});

it('goes on after being killed at any append, written or not', async () => {
  const source = await recorded();
  const whole = (await wholeLog(source)).map(content);
  for (const written of [true, false]) {
    for (let n = 0; n < 60; n += 7) {
      const log = emptyMemoryLog();
      await expect(copyLog(source, killedAt(n, log, written), silent)).rejects.toThrow('killed');
      const target = openMemoryEventStore({ log });
      await copyLog(source, target, silent);
      expect((await wholeLog(target)).map(content)).toEqual(whole);
    }
  }
});

it('copies nothing twice, and says so', async () => {
  const [source, target] = [await recorded(), openMemoryEventStore()];
  await copyLog(source, target, silent);
  expect(await copyLog(source, target, silent)).toMatchObject({ events: 0, appends: 0 });
});

it('refuses a target that holds another log, at once or when both are compared', async () => {
  const [source, target] = [await recorded(), openMemoryEventStore()];
  const foreign = { id: command(999), type: 'access.guest-left.v1', data: Buffer.from('{}'), metadata: Buffer.from('{}') };
  await target.append('visit-9', [foreign], 'none');
  await expect(copyLog(source, target, silent)).rejects.toBeInstanceOf(LogsDiffer);
  const [first] = await wholeLog(source);
  if (!first) throw new TypeError('The source has events.');
  const mixed = openMemoryEventStore();
  await mixed.append('visit-9', [foreign], 'none');
  await mixed.append(first.stream, [first], 'none');
  await expect(copyLog(source, mixed, silent)).rejects.toBeInstanceOf(LogsDiffer);
});
