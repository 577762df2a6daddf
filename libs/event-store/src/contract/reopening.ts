import { EventStoreUnavailable } from '../errors.ts';
import { content, idsOf, type Opened, type Scene } from './scene.ts';

/** What stays when the store is closed or dies. */
export function reopeningClauses(scene: () => Scene, reopen: (how: Parameters<Opened['reopen']>[0]) => Promise<Scene>): void {
  it.each(['after a close', 'after a crash'] as const)(
    'has everything %s, and goes on',
    async (how) => {
      const first = scene();
      const [stream, events, receipt] = [first.stream(), first.events('event', 12), { command: first.id('command'), user: 'guard', digest: Uint8Array.of(9) }];
      const appended = await first.store.append(stream, events, 'none', { receipt });
      const second = await reopen(how);
      expect(await second.store.head()).toBe(appended.position);
      expect((await second.readStream(stream)).map(content)).toEqual(events.map(content));
      expect(await second.store.append(stream, events, 'none', { receipt })).toEqual({ ...appended, repeated: true });
      expect((await second.store.receipt(receipt.command))?.position).toBe(first.store.capabilities.receipts ? appended.position : undefined);
      await expect(second.store.append(stream, [first.event('late')], 'none')).rejects.toMatchObject({ name: 'ConcurrencyConflict', actual: 11 });
      const { position } = await second.store.append(stream, [first.event('next')], 11);
      expect(position > appended.position).toBe(true);
      expect(idsOf(await second.readLog({ from: first.since }))).toEqual([...idsOf(events), first.id('next')]);
    },
    60_000,
  );

  it('refuses everything once it is closed, and ends subscriptions with an error', async () => {
    const closed = scene();
    const subscribed = (async () => {
      for await (const batch of closed.store.subscribe({ from: closed.since, signal: new AbortController().signal })) expect(batch.caughtUp).toBe(true);
    })();
    const ended = expect(subscribed).rejects.toBeInstanceOf(EventStoreUnavailable);
    await reopen('after a close');
    await ended;
    await expect(closed.store.append(closed.stream(), closed.events('event', 1), 'none')).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(closed.readStream(closed.stream())).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(closed.readLog()).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(closed.store.head()).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(closed.store.receipt(closed.id('command'))).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(closed.store.close()).resolves.toBeUndefined();
  }, 60_000);
}
