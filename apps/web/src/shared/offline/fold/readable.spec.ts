import { settle } from '../keep/entries.ts';
import { save } from '../keep/save.ts';
import { keepOf, queueChanged, showQueue } from '../queue.ts';
import { entryOf, makeServer } from '../testing/phone.ts';
import { deviceNow } from '../../time/clock.ts';
import { readable } from './fold.ts';

/* What screens add to the server's answers. */

const visits = async (): Promise<readonly unknown[]> => (await readable()).map(({ body }) => body['visit']);

it('is what waits, and not what the server is being asked: it may have that already', async () => {
  const keep = await keepOf();
  if (!keep) throw new Error('This browser keeps nothing.');
  const { serverKey } = await makeServer();
  await save(keep, entryOf(serverKey, { visit: 'carried' }));
  const { entry } = await save(keep, entryOf(serverKey, { visit: 'asked', askedUntil: deviceNow() + 60_000 }));
  await showQueue();
  expect(await visits()).toEqual(['carried']);

  // Nobody answered in time.
  await settle(keep, entry.id, { askedUntil: 0 });
  await queueChanged();
  expect(await visits()).toEqual(['carried', 'asked']);

  await settle(keep, entry.id, { state: 'recorded' });
  await queueChanged();
  expect(await visits()).toEqual(['carried']);
});
