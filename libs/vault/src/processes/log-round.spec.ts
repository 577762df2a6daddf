import { createHash } from 'node:crypto';
import { openMemoryEventStore, type EventStore, type ReadAllOptions } from '#event-store';
import { uuidv5 } from '#kernel';
import { LogRound } from './log-round.ts';

const commitment = (n: number): string => createHash('sha256').update(`value ${n}`).digest('hex');
const id = (name: string): string => uuidv5('018c2207-0000-7000-8000-000000000000', name);

let store: EventStore;
let read: (bigint | undefined)[];
const signal = new AbortController().signal;
beforeEach(() => {
  store = openMemoryEventStore();
  read = [];
});
afterEach(() => store.close());

/** Event n of the log names the value n. */
async function log(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const data = Buffer.from(JSON.stringify(n % 2 === 0 ? { name: commitment(n) } : { body: JSON.stringify({ name: commitment(n) }) }));
    await store.append(`visit-${id(String(n))}`, [{ id: id(`event ${n}`), type: 'spec.told.v1', data, metadata: Buffer.from('{}') }], 'none');
  }
}

const round = (): LogRound =>
  new LogRound({
    store: {
      head: () => store.head(),
      readAll: (options: ReadAllOptions = {}) => {
        read.push(options.from);
        return store.readAll(options);
      },
    },
    signal,
    rest: 0,
  });

it('finds what events name, however deep it stands, and nothing else', async () => {
  await log(6);
  expect([...(await round().find([commitment(1), commitment(7), commitment(4)]))].sort()).toEqual([commitment(1), commitment(4)].sort());
});

it('goes on where it was, and reads all of the log only for what is nowhere', async () => {
  await log(3_000);
  const looking = round();
  expect((await looking.find([commitment(2_900)])).size).toBe(1);
  const from = (): bigint => read.at(-1) ?? -1n;
  expect((await looking.find([commitment(2_950)])).size).toBe(1);
  expect([read.length, from() > 0n]).toEqual([2, true]);
  expect((await looking.find([commitment(5)])).size).toBe(1);
  expect((await looking.find([commitment(9_999)])).size).toBe(0);
  expect((await looking.find([commitment(0), commitment(2_999)])).size).toBe(2);
});

it('proves nothing by a log that ends before its end', async () => {
  await log(10);
  const short = new LogRound({ store: { head: () => Promise.resolve(11n), readAll: (options) => store.readAll(options) }, signal, rest: 0 });
  await expect(short.find([commitment(99)])).rejects.toThrow('ended at 10');
});

it('proves nothing when it is ended before it has read all', async () => {
  await log(600);
  const ending = AbortSignal.abort();
  const ended = new LogRound({ store: { head: () => store.head(), readAll: () => store.readAll() }, signal: ending, rest: 0 });
  await expect(ended.find([commitment(9_999)])).rejects.toThrow('aborted');
});
