import { setTimeout as pause } from 'node:timers/promises';
import { ConcurrencyConflict, DuplicateEventId, EventStoreUnavailable, openEventStoreDb, OutcomeUnknown } from '#event-store';
import type { EventStore, NewEvent, StoredEvent } from '#event-store';
import { eventId, uuidv5, uuidv7 } from '#kernel';
import { seeded } from '../../../libs/event-store/src/contract/random.ts';
import { collected } from '../../../libs/event-store/src/contract/scene.ts';
import { realServer } from './real-server.ts';

/*
 * Two nodes, writers and subscribers on a real server; killed and started at random instants where the environment says
 * how (SAKSI_EVENTSTOREDB_KILL, SAKSI_EVENTSTOREDB_START). Afterwards nothing acknowledged is lost, nothing is doubled,
 * nothing that was called a failure stands, and the subscriptions gave the log as it is.
 */
const { url, prefix, power, remove } = realServer();
afterAll(remove);
const rounds = power ? Number(process.env['KILL_ROUNDS'] ?? 3) : 0;
const run = uuidv7(0);

const told = { acknowledged: new Map<string, string>(), refused: new Set<string>(), unknown: new Set<string>() };

async function write(node: EventStore, name: string, over: AbortSignal): Promise<void> {
  const stream = `visit-${uuidv5(run, name)}`;
  for (let revision = -1; !over.aborted;) {
    const command = uuidv5(run, `${name} ${revision}`);
    const events = [0, 1].map((at): NewEvent => ({
      id: eventId(command, at),
      type: 'access.guest-left.v1',
      data: Buffer.from(`{"at":${at}}`),
      metadata: Buffer.from(`{"commandId":"${command}"}`),
    }));
    const ids = events.map(({ id }) => id);
    try {
      const { firstRevision, lastRevision } = await node.append(stream, events, revision === -1 ? 'none' : revision);
      for (const [at, id] of ids.entries()) told.acknowledged.set(id, `${stream} ${firstRevision + at}`);
      revision = lastRevision;
    } catch (error) {
      if (error instanceof OutcomeUnknown) for (const id of ids) told.unknown.add(id);
      else if (error instanceof EventStoreUnavailable || error instanceof ConcurrencyConflict || error instanceof DuplicateEventId)
        for (const id of ids) told.refused.add(id);
      else throw error;
      await pause(50);
    }
  }
}

async function follow(node: EventStore, seen: StoredEvent[], signal: AbortSignal): Promise<void> {
  for await (const { events } of node.subscribe({ signal })) seen.push(...events);
}

it(`keeps its word under load${rounds > 0 ? ` and ${rounds} kills of the server` : ''}`, async () => {
  const nodes = await Promise.all([0, 1].map(() => openEventStoreDb({ url, prefix, openWithin: 60_000 })));
  const [random, over, ending] = [seeded(7), new AbortController(), new AbortController()];
  const seen: StoredEvent[][] = nodes.map(() => []);
  const subscribed = nodes.map((node, index) => follow(node, seen[index] ?? [], ending.signal));
  const writers = Array.from({ length: 24 }, (_, index) => write(nodes[index % 2] as EventStore, `writer ${index}`, over.signal));
  await pause(2_000);
  for (let round = 0; round < rounds; round++) {
    await pause(500 + random(2_000));
    await power?.kill();
    await pause(200 + random(800));
    await power?.start();
    const before = told.acknowledged.size;
    while (told.acknowledged.size === before) await pause(50);
  }
  await pause(1_000);
  over.abort();
  await Promise.all(writers);
  // With more patience than people have: a server that was just killed on a busy machine may take its time.
  const reader = await openEventStoreDb({ url, prefix, openWithin: 60_000, patience: 60_000, attemptTimeout: 20_000 });
  const log = await collected(reader.readAll());
  await reader.close();
  for (const each of seen) while (each.length < log.length) await pause(50);
  ending.abort();
  await Promise.all(subscribed);
  const places = new Map(log.map(({ id, stream, revision }) => [id, `${stream} ${revision}`]));
  expect(places.size).toBe(log.length);
  expect([...told.acknowledged].filter(([id, place]) => places.get(id) !== place)).toEqual([]);
  expect([...told.refused].filter((id) => places.has(id) && !told.unknown.has(id) && !told.acknowledged.has(id))).toEqual([]);
  const ids = log.map(({ id }) => id);
  for (const each of seen) expect(each.map(({ id }) => id)).toEqual(ids);
  console.log(`${told.acknowledged.size} acknowledged, ${told.unknown.size} unknown for a time, ${log.length} in the log, ${rounds} kills.`);
  await Promise.all(nodes.map((node) => node.close()));
}, 600_000);
