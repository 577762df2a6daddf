import { jest } from '@jest/globals';
import { openSqliteEventStore, type EventStore } from '#event-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryFailed, QueryTooSlow, ReadersBusy, ReadModelsClosed, TooManyRows } from '../errors.ts';
import { openReadModels } from '../engine/open.ts';
import { recordVisits } from '../testing/recorded-visits.ts';
import { admitted, left } from '../testing/visits.ts';
import { ReaderPool, type ReaderPoolOptions } from './reader-pool.ts';

// A busy machine decides no test.
jest.setTimeout(120_000);

let folder: string;
let store: EventStore;
let file: string;
let head: bigint;
let pool: ReaderPool | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saksi-readers-'));
  store = await openSqliteEventStore({ folder });
  head = await recordVisits(store, 30);
  const models = await openReadModels({
    folder,
    store,
    modules: [new URL('../testing/visits.ts', import.meta.url).href],
    knownTypes: [admitted.type, left.type],
    readers: 1,
  });
  await models.caughtUp(head);
  file = models.status()[0]?.file ?? '';
  await models.close();
});
afterEach(() => pool?.close());
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const open = (options: Partial<ReaderPoolOptions> = {}): ReaderPool =>
  (pool = new ReaderPool({ readers: 1, rowLimit: 100, timeLimitMs: 60_000, maxWaiting: 100, ...options }));
const everyone = { sql: 'select visit from presence', parameters: [] };
const counting = (to: number) => ({
  sql: 'select count(*) as counted from (with recursive c (x) as (select 1 union all select x + 1 from c where x < ?) select x from c)',
  parameters: [to],
});

it('answers with the rows of every statement, and where in the log they stood', async () => {
  const { rows, position } = await open().read(file, [everyone, { sql: 'select door, admitted from door_count where door = ?', parameters: ['D1'] }]);
  expect(rows[0]).toHaveLength(30);
  expect(rows[1]).toEqual([{ door: 'D1', admitted: 10 }]);
  expect(position).toBe(head);
});

it('answers many at once, each with its own rows', async () => {
  const readers = open({ readers: 2, maxWaiting: 1000 });
  const answers = await Promise.all(Array.from({ length: 300 }, (_, number) => readers.read(file, [{ sql: 'select ? as number', parameters: [number] }])));
  expect(answers.map(({ rows }) => rows[0]?.[0]?.['number'])).toEqual(Array.from({ length: 300 }, (_, number) => number));
});

it('refuses an answer of more rows than a query may return', async () => {
  const readers = open();
  await expect(readers.read(file, [everyone], 29)).rejects.toThrow(TooManyRows);
  expect((await readers.read(file, [everyone], 30)).rows[0]).toHaveLength(30);
});

it('ends a query that takes too long, replaces its thread, and answers those that waited behind it', async () => {
  const readers = open({ timeLimitMs: 500 });
  const slow = readers.read(file, [counting(20_000_000)]);
  const behind = readers.read(file, [everyone]);
  await expect(slow).rejects.toThrow(QueryTooSlow);
  expect((await behind).rows[0]).toHaveLength(30);
});

it('says what SQLite refused, and goes on', async () => {
  const readers = open();
  await expect(readers.read(file, [{ sql: 'select nothing from nowhere', parameters: [] }])).rejects.toThrow(QueryFailed);
  await expect(readers.read(`${file}.missing`, [everyone])).rejects.toThrow(QueryFailed);
  expect((await readers.read(file, [everyone])).rows[0]).toHaveLength(30);
});

it('cannot change anything', async () => {
  const readers = open();
  await expect(readers.read(file, [{ sql: 'delete from presence returning visit', parameters: [] }])).rejects.toThrow(QueryFailed);
  expect((await readers.read(file, [everyone])).rows[0]).toHaveLength(30);
});

it('refuses queries when too many wait, and all when it is closed', async () => {
  const readers = open({ maxWaiting: 2 });
  const many = await Promise.allSettled(Array.from({ length: 30 }, () => readers.read(file, [everyone])));
  expect(many.filter((each) => each.status === 'rejected').map(({ reason }: PromiseRejectedResult) => (reason as Error).name)).toEqual(
    Array.from({ length: 20 }, () => ReadersBusy.name),
  );
  const waiting = readers.read(file, [everyone]);
  readers.close();
  await expect(waiting).rejects.toThrow(ReadModelsClosed);
  await expect(readers.read(file, [everyone])).rejects.toThrow(ReadModelsClosed);
});
