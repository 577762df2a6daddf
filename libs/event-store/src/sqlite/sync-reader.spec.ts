import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { content, idsOf, newScene } from '../contract/scene.ts';
import type { StoredEvent, StoredText } from '../port.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openSqliteEventStore } from './open.ts';

interface Told {
  readonly events: StoredEvent[];
  readonly look: { readonly events: StoredEvent[]; readonly through: bigint; readonly head: bigint };
  readonly texts: { readonly events: StoredText[]; readonly through: bigint; readonly head: bigint };
  readonly head: bigint;
}

it('reads the log in a thread of its own, by the capability alone, up to the last append that was acknowledged', async () => {
  const { folder, remove } = temporaryFolder();
  const store = await openSqliteEventStore({ folder, reserveBytes: 0, batchEvents: 7, scanEvents: 5 });
  const scene = await newScene(store);
  const thread = new Worker(new URL('../testing/sync-reading.worker.ts', import.meta.url), { workerData: store.capabilities.workerReader });
  const ask = async (from: bigint, limit: number, types?: readonly string[]): Promise<Told> => {
    thread.postMessage({ from, limit, ...(types && { types }) });
    const [told] = (await once(thread, 'message')) as Told[];
    if (!told) throw new Error('The thread said nothing.');
    return told;
  };

  expect(await ask(0n, 10)).toEqual({
    events: [],
    look: { events: [], through: 0n, head: 0n },
    texts: { events: [], through: 0n, head: 0n },
    head: 0n,
  });
  for (let index = 0; index < 12; index++) {
    await store.append(scene.stream(`${index}`), [scene.event(`in ${index}`), scene.event(`out ${index}`, { type: 'access.guest-left.v1' })], 'none');
    expect((await ask(0n, 1)).head).toBe(BigInt(2 * index + 2));
  }
  const log = await scene.readLog();
  const all = await ask(0n, 1_000);
  expect(all.events.map(content)).toEqual(log.map(content));
  expect(all.events.map(({ stream, revision, position }) => [stream, revision, position])).toEqual(
    log.map(({ stream, revision, position }) => [stream, revision, position]),
  );
  const asText = ({ data, metadata, ...event }: StoredEvent): StoredText => ({
    ...event,
    data: new TextDecoder().decode(data),
    metadata: new TextDecoder().decode(metadata),
  });
  expect(all.texts).toEqual({ ...all.look, events: all.look.events.map(asText) });
  expect(all.look).toMatchObject({ through: 7n, head: 24n });
  expect(idsOf((await ask(20n, 3)).events)).toEqual(idsOf(log.slice(20, 23)));
  const left = await ask(1n, 4, ['access.guest-left.v1']);
  expect(idsOf(left.events)).toEqual(['out 0', 'out 1', 'out 2', 'out 3'].map(scene.id));
  expect(left.look).toMatchObject({ through: 6n });
  await thread.terminate();
  await store.close();
  remove();
}, 60_000);
