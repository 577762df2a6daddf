import type { Receipt } from '../../api/names.ts';
import { batchLock } from '../carry/courier.ts';
import type { Keep } from '../keep/database.ts';
import { isRecorded, settle } from '../keep/entries.ts';
import { save } from '../keep/save.ts';
import { keepOf, queueChanged, showQueue } from '../queue.ts';
import { entryOf, makeServer } from '../testing/phone.ts';
import { deviceNow } from '../../time/clock.ts';
import { readable, type AnsweredWhen } from './fold.ts';

/* What screens add to the server's answers. */

const { serverKey } = await makeServer();
const visits = async (answered?: AnsweredWhen): Promise<readonly unknown[]> => (await readable(answered)).map(({ body }) => body['visit']);
const receiptAt = (position: string): Receipt => ({ command: 'c', stream: 's', firstRevision: 0, lastRevision: 0, position, contradicts: [], marks: [] });

let keep: Keep;
beforeEach(async () => {
  const kept = await keepOf();
  if (!kept) throw new Error('This browser keeps nothing.');
  keep = kept;
  await keep.clear('entries');
  await showQueue();
});

async function saved(what: Parameters<typeof entryOf>[1]): Promise<string> {
  const { entry } = await save(keep, entryOf(serverKey, what));
  await queueChanged();
  return entry.id;
}

it('is what waits, and not what the server is being asked: it may have that already', async () => {
  await saved({ visit: 'carried' });
  const asked = await saved({ visit: 'asked', askedUntil: deviceNow() + 60_000 });
  expect(await visits()).toEqual(['carried']);

  // Nobody answered in time.
  await settle(keep, asked, { askedUntil: 0 });
  await queueChanged();
  expect(await visits()).toEqual(['carried', 'asked']);

  await settle(keep, asked, { state: 'recorded' });
  await queueChanged();
  expect(await visits()).toEqual(['carried']);
});

it('is what was recorded after the answer, too', async () => {
  await isRecorded(keep, await saved({ visit: 'told' }), receiptAt('7'), deviceNow());
  await queueChanged();
  expect(await visits({ position: '7' })).toEqual([]);
  expect(await visits({ position: '10' })).toEqual([]);
  expect(await visits({ position: '6' })).toEqual(['told']);
});

it('waits until it is known what became of the batch that is being brought', async () => {
  const brought = await saved({ visit: 'brought' });
  await saved({ visit: 'later' });
  const tab = Promise.withResolvers<undefined>();
  const held = navigator.locks.request(batchLock, () => tab.promise);
  // The server has it and answers, the phone has not heard of that yet.
  const found = visits({ position: '8' });
  await isRecorded(keep, brought, receiptAt('8'), deviceNow());
  tab.resolve(undefined);
  await held;
  // Another tab brought it: this one has not read the queue anew.
  expect(await found).toEqual(['later']);
});

it.each([
  ['does not wait for ever on a bad network', { position: '8' }],
  ['waits for nothing where the server did not answer', { since: deviceNow() }],
])('%s', async (_, answered) => {
  await saved({ visit: 'brought' });
  const tab = Promise.withResolvers<undefined>();
  const held = navigator.locks.request(batchLock, () => tab.promise);
  expect(await visits(answered)).toEqual(['brought']);
  tab.resolve(undefined);
  await held;
});
