import { openEventStoreDb, type EventStore } from '#event-store';
import { newScene, type Scene } from '../../../libs/event-store/src/contract/scene.ts';
import { LogPages, type LogPage } from '../../../libs/event-store/src/eventstoredb/log-pages.ts';
import { Messages } from '../../../libs/event-store/src/eventstoredb/messages.ts';
import { Silent } from '../../../libs/event-store/src/eventstoredb/unless-silent.ts';
import { Wire } from '../../../libs/event-store/src/eventstoredb/wire.ts';
import { realServer } from './real-server.ts';

/* Pages of the log as they are read past others' records: by a subscription, from the place that a read was given up at. */

const [server, other] = [realServer(), realServer()];
const open = ({ url, prefix }: typeof server) => openEventStoreDb({ url, prefix, openWithin: 60_000, patience: 60_000 });
const wire = Wire.to(server.url, 'saksi others-records.spec');
const pages = new LogPages({ wire, messages: new Messages(server.prefix) });

let [store, others]: [EventStore, EventStore] = [] as never;
let [own, foreign]: [Scene, Scene] = [] as never;
let [before, after] = [0n, 0n];

beforeAll(async () => {
  [store, others] = [await open(server), await open(other)];
  [own, foreign] = [await newScene(store), await newScene(others)];
  ({ position: before } = await store.append(own.stream(), own.events('before', 3), 'none'));
  for (let index = 0; index < 20; index++) await others.append(foreign.stream(`orders ${index}`), foreign.events(`order ${index}`, 100), 'none');
  ({ position: after } = await store.append(own.stream(), own.events('after', 3), 2));
});
afterAll(async () => {
  await Promise.all([store.close(), others.close(), wire.end()]);
  await Promise.all([server.remove(), other.remove()]);
});

/** Nothing answers at once: what would be read is then searched, from there and from wherever an attempt came to. */
async function searched(page: LogPage): Promise<readonly string[]> {
  for (let silence = 0; ; silence = 2 * silence + 50) {
    try {
      await page.attempt(silence);
      return page.events.map(({ id }) => id);
    } catch (error) {
      if (!(error instanceof Silent)) throw error;
    }
  }
}
const ids = (...events: readonly { readonly id: string }[][]): string[] => events.flat().map(({ id }) => id);

it('have every event once, from the beginning of the whole server and from a position', async () => {
  const [first, last] = [own.events('before', 3), own.events('after', 3)];
  expect(await searched(pages.after(0n, 10))).toEqual(ids(first, last));
  expect(await searched(pages.after(0n, 4))).toEqual(ids(first, last.slice(0, 1)));
  expect(await searched(pages.after(before, 10))).toEqual(ids(last));
  expect(await searched(pages.after(after, 10))).toEqual([]);
});

it('have every event once backwards', async () => {
  const all = ids(own.events('before', 3), own.events('after', 3)).toReversed();
  expect(await searched(pages.before(undefined, 10))).toEqual(all);
  expect(await searched(pages.before(after, 3))).toEqual(all.slice(1, 4));
});
