import type { EventStore, KeptReceipt, NewEvent, Receipt } from '../port.ts';
import { collected, content, idsOf, type Scene } from './scene.ts';

/** Reading a stream, the log, and receipts. */
export function readingClauses(scene: () => Scene): void {
  const store = (): EventStore => scene().store;

  describe('a stream', () => {
    let [stream, events]: [string, NewEvent[]] = ['', []];
    const reversed = (): string[] => idsOf(events).reverse();
    const read = async (options: Parameters<Scene['readStream']>[1]): Promise<string[]> => idsOf(await scene().readStream(stream, options));
    beforeEach(async () => {
      [stream, events] = [scene().stream(), scene().events('event', 25)];
      await store().append(scene().stream('before'), scene().events('before', 3), 'none');
      await store().append(stream, events, 'none');
      await store().append(scene().stream('after'), scene().events('after', 3), 'none');
    });

    it('comes forwards from its first event, whole', async () => {
      const found = await scene().readStream(stream);
      expect(found.map(content)).toEqual(events.map(content));
      expect(found.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
      expect(new Set(found.map((event) => event.stream))).toEqual(new Set([stream]));
    });

    it('has no events when it does not exist', async () => expect(await scene().readStream(scene().stream('nowhere'))).toEqual([]));

    it('begins at a revision, inclusive', async () => {
      expect(await read({ from: 24 })).toEqual(idsOf(events.slice(24)));
      expect(await read({ from: 10 })).toEqual(idsOf(events.slice(10)));
      expect(await read({ from: 25 })).toEqual([]);
    });

    it('comes backwards from its last event', async () => expect(await read({ direction: 'backwards' })).toEqual(reversed()));

    it('comes backwards from a revision, inclusive', async () => {
      expect(await read({ direction: 'backwards', from: 3 })).toEqual(reversed().slice(21));
      expect(await read({ direction: 'backwards', from: 100, limit: 1 })).toEqual(reversed().slice(0, 1));
    });

    it.each([0, 1, 7, 8, 24, 25, 26])('stops at a limit of %i', async (limit) => {
      expect(await read({ limit })).toEqual(idsOf(events).slice(0, limit));
      expect(await read({ limit, direction: 'backwards' })).toEqual(reversed().slice(0, limit));
    });

    it('can be left in the middle', async () => {
      for await (const batch of store().readStream(stream)) {
        expect(batch[0]?.id).toBe(events[0]?.id);
        break;
      }
      expect(await read({})).toHaveLength(25);
    });
  });

  describe('the log', () => {
    const read = async (options: Parameters<Scene['readLog']>[0]): Promise<string[]> => idsOf(await scene().readLog(options));
    let all: string[] = [];
    beforeEach(async () => {
      const { event, stream } = scene();
      for (let index = 0; index < 10; index++) {
        const events = [
          event(`a ${index}`, { type: 'access.guest-reported.v1' }),
          event(`b ${index}`, { type: 'access.guest-left.v1' }),
          event(`c ${index}`, { type: 'access.visit-corrected.v1' }),
        ];
        await store().append(stream(`${index}`), events, 'none');
      }
      all = Array.from({ length: 10 }, (_, index) => ['a', 'b', 'c'].map((kind) => scene().id(`${kind} ${index}`))).flat();
    });

    it('comes in the order of positions', async () => {
      const log = await scene().readLog();
      expect(idsOf(log)).toEqual(all);
      for (const [index, { position }] of log.entries()) expect(position > (log[index - 1]?.position ?? scene().since)).toBe(true);
      expect(log.at(-1)?.position).toBe(await store().head());
    });

    it('begins after a position', async () => {
      const log = await scene().readLog();
      for (const index of [0, 6, 7, 28]) expect(await read({ from: log[index]?.position ?? 0n })).toEqual(all.slice(index + 1));
      expect(await read({ from: await store().head() })).toEqual([]);
    });

    it('begins with the first event of all', async () => {
      const [first] = await collected(store().readAll({ limit: 1 }));
      expect(first?.revision).toBe(0);
      expect(await collected(store().readAll({ from: 0n, limit: 1 }))).toEqual([first]);
      expect(await collected(store().readAll({ from: first?.position ?? 0n, direction: 'backwards' }))).toEqual([]);
    });

    it('comes backwards, before a position', async () => {
      const log = await scene().readLog();
      expect(idsOf(await collected(store().readAll({ direction: 'backwards', limit: 30 })))).toEqual(all.toReversed());
      expect(await read({ direction: 'backwards', from: log[9]?.position ?? 0n, limit: 9 })).toEqual(all.slice(0, 9).reverse());
    });

    it.each([1, 7, 8, 29, 30])('stops at a limit of %i', async (limit) => expect(await read({ limit })).toEqual(all.slice(0, limit)));

    it('gives only the types that were asked for', async () => {
      const some = all.filter((_, index) => index % 3 !== 1);
      const types = ['access.guest-reported.v1', 'access.visit-corrected.v1'];
      expect(await read({ types })).toEqual(some);
      expect(await read({ types, limit: 5 })).toEqual(some.slice(0, 5));
      expect(idsOf(await collected(store().readAll({ types, direction: 'backwards', limit: 5 })))).toEqual(some.toReversed().slice(0, 5));
      expect(await read({ types: ['access.guest-left.v1', 'access.never-happened.v1'] })).toHaveLength(10);
      expect(await read({ types: ['access.never-happened.v1'] })).toEqual([]);
      expect(await read({ types: [] })).toEqual([]);
    });
  });

  describe('receipts', () => {
    const receiptOf = (name: string): Receipt => ({ command: scene().id(name), user: 'guard', digest: Uint8Array.of(1, 2, 250) });
    const plain = (kept: KeptReceipt | undefined): unknown => kept && { ...kept, digest: [...kept.digest] };

    it('are kept with their events, where the adapter says so', async () => {
      const { stream, events, event } = scene();
      const receipt = receiptOf('command');
      await store().append(stream(), [event('first')], 'none');
      const { position } = await store().append(stream(), events('event', 3), 0, { receipt });
      const kept = store().capabilities.receipts
        ? { ...receipt, digest: [1, 2, 250], stream: stream(), firstRevision: 1, lastRevision: 3, position }
        : undefined;
      expect(plain(await store().receipt(receipt.command))).toEqual(kept);
      expect(await store().receipt(scene().id('another command'))).toBeUndefined();
    });

    it('are not kept for what was refused', async () => {
      const { stream, event } = scene();
      await store().append(stream(), [event('first')], 'none');
      await expect(store().append(stream(), [event('second')], 4, { receipt: receiptOf('refused') })).rejects.toMatchObject({ name: 'ConcurrencyConflict' });
      expect(await store().receipt(scene().id('refused'))).toBeUndefined();
    });

    it('stay as they are when the append is repeated', async () => {
      const { stream, events } = scene();
      const receipt = receiptOf('command');
      await store().append(stream(), events('event', 2), 'none', { receipt });
      const kept = plain(await store().receipt(receipt.command));
      expect(await store().append(stream(), events('event', 2), 'none', { receipt })).toMatchObject({ repeated: true });
      expect(plain(await store().receipt(receipt.command))).toEqual(kept);
    });

    it('let one command append once, wherever it tries again', async () => {
      const { stream, event } = scene();
      const receipt = receiptOf('command');
      await store().append(stream(), [event('first')], 'none', { receipt });
      if (!store().capabilities.receipts) return;
      await expect(store().append(stream(), [event('second')], 0, { receipt })).rejects.toMatchObject({ name: 'DuplicateEventId' });
      await expect(store().append(stream('elsewhere'), [event('third')], 'none', { receipt })).rejects.toMatchObject({ name: 'DuplicateEventId' });
      expect(idsOf(await scene().readLog())).toEqual([scene().id('first')]);
    });
  });
}
