import { CommandAlreadyRecorded, emptyMemoryLog, openMemoryEventStore } from '#event-store';
import type { EventStore, NewEvent, Receipt } from '#event-store';
import { eventId } from '#kernel';
import { KeyUsedOtherwise } from '../errors.ts';
import { memoryIntents } from './memory-intents.ts';
import { withReceipts } from './receipts.ts';

const command = '01890000-0000-7000-8000-00000000000a';
const other = '01890000-0000-7000-8000-00000000000b';
const receipt: Receipt = { command, user: 'guard', digest: Uint8Array.of(1, 2, 3) };
const event = (of: string, index: number, recordedAt: number): NewEvent => ({
  id: eventId(of, index),
  type: 'access.guest-left.v1',
  data: Buffer.from('{}'),
  metadata: Buffer.from(`{"recordedAt":${recordedAt}}`),
});

/** A log that keeps no receipts of its own, and two nodes on it that share their intents. */
const nodes = (): [EventStore, EventStore] => {
  const [log, intents] = [emptyMemoryLog(), memoryIntents()];
  const bare = openMemoryEventStore({ log });
  const withoutReceipts: EventStore = {
    ...bare,
    capabilities: { receipts: false, soleWriter: false },
    append: (stream, events, expected) => bare.append(stream, events, expected),
    receipt: async () => undefined,
    readStream: (...read) => bare.readStream(...read),
    readAll: (...read) => bare.readAll(...read),
    subscribe: (options) => bare.subscribe(options),
    head: () => bare.head(),
    onAppended: (listener) => bare.onAppended(listener),
    close: () => bare.close(),
  };
  return [withReceipts(withoutReceipts, intents), withReceipts(withoutReceipts, intents)];
};

it('finds on any node where a command stands, however many events it has', async () => {
  const [one, two] = nodes();
  await one.append('visit-1', [event(other, 0, 1)], 'none');
  const { position } = await one.append('visit-1', [event(command, 0, 1), event(command, 1, 1)], 0, { receipt });
  await one.append('visit-1', [event(other, 1, 1)], 2);
  expect(await two.receipt(command)).toEqual({ ...receipt, stream: 'visit-1', firstRevision: 1, lastRevision: 2, position });
  expect(await two.receipt(other)).toBeUndefined();
});

it('knows nothing of a command whose events never came to stand', async () => {
  const [one, two] = nodes();
  await expect(one.append('visit-1', [event(command, 0, 1)], 4, { receipt })).rejects.toMatchObject({ name: 'ConcurrencyConflict' });
  expect(await two.receipt(command)).toBeUndefined();
  expect(await two.append('visit-1', [event(command, 0, 2)], 'none', { receipt })).toMatchObject({ repeated: false });
});

it('lets a command that another node has recorded stand once, wherever it is tried again', async () => {
  const [one, two] = nodes();
  await one.append('visit-1', [event(command, 0, 1)], 'none', { receipt });
  // At the same place its ids tell; the bytes differ, because each node has its own clock.
  await expect(two.append('visit-1', [event(command, 0, 2)], 'none', { receipt })).rejects.toMatchObject({ name: 'DuplicateEventId' });
  const error: unknown = await two.append('visit-1', [event(command, 0, 2)], 0, { receipt }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(CommandAlreadyRecorded);
  expect((error as CommandAlreadyRecorded).receipt).toMatchObject({ stream: 'visit-1', firstRevision: 0, lastRevision: 0 });
});

it('tells whoever uses the key for something else nothing', async () => {
  const [one, two] = nodes();
  await one.append('visit-1', [event(command, 0, 1)], 'none', { receipt });
  for (const otherwise of [
    { ...receipt, user: 'thief' },
    { ...receipt, digest: Uint8Array.of(9) },
  ])
    await expect(two.append('visit-2', [event(command, 0, 2)], 'none', { receipt: otherwise })).rejects.toBeInstanceOf(KeyUsedOtherwise);
});
