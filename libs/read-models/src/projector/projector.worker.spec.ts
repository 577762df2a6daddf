import { jest } from '@jest/globals';
import { type EventStore, openSqliteEventStore } from '#event-store';
import SqliteDatabase from 'better-sqlite3';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { on, once } from 'node:events';
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { dumpTables } from '../checking/tables.ts';
import { startWorker } from '../start-worker.ts';
import { night, record, recordVisits, visitStream } from '../testing/recorded-visits.ts';
import { admitted, left, stranger } from '../testing/visits.ts';
import { answerFeed } from '../engine/feed.ts';
import { LogCursors } from '../engine/log-cursors.ts';
import type { ContextReport, FeedRequest, FromProjector, ProjectorData } from './messages.ts';

// A busy machine decides no test.
jest.setTimeout(120_000);

let root: string;
let store: EventStore;
let worker: Worker | undefined;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'saksi-projector-'));
  store = await openSqliteEventStore({ folder: root });
});
afterEach(async () => {
  await worker?.terminate();
  await store.close();
  rmSync(root, { recursive: true });
});

const declared = {
  modules: [new URL('../testing/visits.ts', import.meta.url).href],
  knownTypes: [admitted.type, left.type],
  pollMs: 20,
  retryMs: 20,
  holdMs: 5,
  namedChanges: 10,
  rowLimit: 100,
  sharedLog: false,
};

/** Messages of a thread, none lost between two looks. */
const messages = new WeakMap<Worker, AsyncIterator<[FromProjector]>>();

function started(data: ProjectorData, transfer: readonly MessagePort[] = []): Worker {
  mkdirSync(data.folder, { recursive: true });
  worker = startWorker('./projector/projector.worker', data, transfer);
  messages.set(worker, on(worker, 'message')[Symbol.asyncIterator]() as AsyncIterator<[FromProjector]>);
  return worker;
}

function start(folder: string, batchEvents = 5): Worker {
  const { workerReader } = store.capabilities;
  if (!workerReader) throw new Error('the sqlite store can be read by workers');
  return started({ ...declared, folder: join(root, folder), source: { reader: workerReader }, batchEvents });
}

/** A projector whose reads are answered as long as `answers` says so: elsewhere it waits, and can be killed there. */
function startFed(folder: string, answers: (request: FeedRequest) => boolean): Worker {
  const { port1, port2 } = new MessageChannel();
  const cursors = new LogCursors(store, () => undefined);
  port1.on('message', (request: FeedRequest) => {
    if (answers(request)) void answerFeed(store, cursors, request).then((reply) => port1.postMessage(reply));
  });
  port1.on('close', () => cursors.close());
  return started({ ...declared, folder: join(root, folder), source: { feed: port2 }, batchEvents: 5 }, [port2]);
}

/** A projector that is given so many batches, and killed while it works on the last. Resolves with the batches it read. */
async function startAndKill(folder: string, batches: number): Promise<readonly bigint[]> {
  const { port1, port2 } = new MessageChannel();
  const asked: bigint[] = [];
  const killed = started({ ...declared, folder: join(root, folder), source: { feed: port2 }, batchEvents: 5 }, [port2]);
  const exit = once(killed, 'exit');
  const cursors = new LogCursors(store, () => undefined);
  port1.on('message', (request: FeedRequest) => {
    if ('from' in request) asked.push(request.from);
    void answerFeed(store, cursors, request).then((reply) => {
      port1.postMessage(reply);
      if (asked.length === batches) void killed.terminate();
    });
  });
  await exit;
  cursors.close();
  port1.close();
  return asked;
}

/** Reports until one fits. */
async function until(from: Worker, fits: (context: ContextReport) => boolean): Promise<ContextReport> {
  for (;;) {
    const next = await messages.get(from)?.next();
    if (!next || next.done) throw new Error('the projector has ended');
    const [message] = next.value;
    if (message.kind === 'failed') throw new Error(message.error);
    if (message.kind === 'looked') continue;
    const [context] = message.contexts;
    if (context && fits(context)) return context;
  }
}

const live = ({ state }: ContextReport): boolean => state.kind === 'live';

async function tables(folder: string): Promise<unknown> {
  const { answering } = await until(start(folder, 1000), live);
  return dumpTables(answering?.file ?? '');
}

it('loses nothing and repeats nothing when it is killed, again and again, while it fills a file', async () => {
  await recordVisits(store, 120);
  // One visit that a step cannot take, so that parked events are part of what must be the same.
  await record(store, visitStream(900), admitted({ door: 'D9', badge: 'T-0' }), 0, { effectiveAt: night });
  const expected = await tables('undisturbed');
  await worker?.terminate();

  let furthest = 0n;
  for (const batches of [3, 6, 2, 5, 4, 7]) {
    const asked = await startAndKill('disturbed', batches);
    // Checkpoints: never behind what an earlier run had committed and been asked to go on from.
    expect(asked[0]).toBeGreaterThanOrEqual(furthest);
    furthest = asked.at(-1) ?? 0n;
  }
  expect(furthest).toBeGreaterThan(25n);
  expect(await tables('disturbed')).toEqual(expected);
});

it('parks what a step cannot take and every later event of the stream; the rest goes on', async () => {
  const at = (second: number): { effectiveAt: number } => ({ effectiveAt: night + second * 1000 });
  await record(store, visitStream(1), admitted({ door: 'D1', badge: 'T-1' }), 0, at(1));
  await record(store, visitStream(2), admitted({ door: 'D1', badge: 'T-1' }), 0, at(2));
  await record(store, visitStream(3), admitted({ door: 'D2', badge: 'T-3' }), 0, at(3));
  await record(store, visitStream(2), left(), 1, at(4));
  await record(store, visitStream(1), left(), 1, at(5));
  const { answering } = await until(start('views', 100), live);
  expect(answering?.parked).toBe(2);
  const { presence, saksi_parked: parked, door_count: counts } = await dumpTables(answering?.file ?? '');
  expect(presence?.map(({ badge, left: out }) => [badge, out]).sort()).toEqual([
    ['T-1', at(5).effectiveAt],
    ['T-3', null],
  ]);
  expect(parked?.map(({ projection, stream, revision, error }) => [projection, stream, revision, error])).toEqual([
    ['presence', visitStream(2), 0, 'SqliteError: UNIQUE constraint failed: presence.badge'],
    ['presence', visitStream(2), 1, null],
  ]);
  // Another projection of the same file took the same event.
  expect(counts?.map(({ door, admitted: how }) => [door, how])).toEqual([
    ['D1', 2],
    ['D2', 1],
  ]);
});

it('stops at an event that this build does not know, with all before it projected', async () => {
  await recordVisits(store, 2);
  const head = await store.head();
  const { position } = await record(store, visitStream(7), stranger(), 0, { effectiveAt: night });
  await recordVisits(store, 1, 8);
  const stopped = await until(start('views', 100), ({ state }) => state.kind === 'unknown-event');
  expect(stopped.state).toEqual({ kind: 'unknown-event', type: stranger.type, position });
  expect(stopped.filling?.position).toBe(head);
});

it('throws a file away that is damaged, or of another log, and fills it again', async () => {
  await recordVisits(store, 5);
  const { answering } = await until(start('views', 100), live);
  await worker?.terminate();
  for (const name of readdirSync(join(root, 'views')).filter((each) => each.includes('.db')))
    writeFileSync(join(root, 'views', name), 'not a database, and long enough not to be taken for an empty one'.repeat(100));
  const again = await until(start('views', 100), live);
  expect((await dumpTables(again.answering?.file ?? ''))['presence']).toHaveLength(5);
  await worker?.terminate();
  await store.close();

  rmSync(join(root, 'log.db'));
  for (const rest of readdirSync(root).filter((name) => name.startsWith('log.db-'))) rmSync(join(root, rest));
  store = await openSqliteEventStore({ folder: root });
  await recordVisits(store, 3, 100);
  const other = await until(start('views', 100), live);
  expect(other.answering?.file).toBe(answering?.file);
  expect((await dumpTables(other.answering?.file ?? ''))['presence']).toHaveLength(3);
});

it('goes on filling a rebuild that was interrupted, and answers from the old file meanwhile', async () => {
  await recordVisits(store, 100);
  let rebuilding = false;
  const first = startFed('views', (request) => !rebuilding || !('from' in request) || request.from <= 20n || request.from > 100n);
  const { answering } = await until(first, live);
  rebuilding = true;
  first.postMessage({ kind: 'rebuild', context: 'gate' });
  const { filling } = await until(first, (context) => (context.filling?.position ?? 0n) >= 15n);
  await first.terminate();
  const resumed = await until(start('views'), () => true);
  expect(resumed.answering?.file).toBe(answering?.file);
  expect(resumed.filling?.file).toBe(filling?.file);
  expect(resumed.filling?.position).toBeGreaterThanOrEqual(filling?.position ?? 0n);
  const done = await until(worker ?? first, (context) => context.answering?.file === filling?.file);
  expect(done.answering?.events).toBe(150);
  expect(readdirSync(join(root, 'views')).filter((name) => name.endsWith('.db'))).toHaveLength(1);
});

it('does not go on filling what an earlier run of the machine left unsynced, and marks nothing that answers', async () => {
  await recordVisits(store, 100);
  const first = start('views');
  const { answering } = await until(first, live);
  first.postMessage({ kind: 'rebuild', context: 'gate' });
  const { filling } = await until(first, (context) => (context.filling?.position ?? 0n) > 20n);
  await first.terminate();
  const file = new SqliteDatabase(filling?.file ?? '');
  expect(file.prepare('select count(*) from saksi_filling').pluck().get()).toBe(1);
  // As if the machine had been down since: what it wrote then may be there in part.
  file.exec("update saksi_filling set run = 'an earlier one'; delete from presence");
  file.close();

  const done = await until(start('views'), (context) => context.answering?.file === filling?.file);
  expect(done.answering?.events).toBe(150);
  expect(await dumpTables(filling?.file ?? '')).toEqual(await tables('undisturbed'));
  expect(answering?.file).not.toBe(filling?.file);
});
