import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { canonicalBytes } from '../src/canonical.ts';
import type { EventStore, NewEvent } from '../src/port.ts';
import { openSqliteEventStore } from '../src/sqlite/open.ts';
import { eventId, uuidv7 } from '#kernel';
import type { BareRun } from './bare.worker.ts';

/** One line of `npm run bench`. `ratio` = value / baseline, both from this run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly goal: string;
}

const type = 'access.guest-reported.v1';
const data = canonicalBytes({ guest: 'a'.repeat(64), post: uuidv7(0), purpose: 'b'.repeat(40) });
const metadata = canonicalBytes({
  actor: { post: uuidv7(0), role: 'guard', user: uuidv7(0) },
  causationId: uuidv7(0),
  commandId: uuidv7(0),
  correlationId: uuidv7(0),
  effectiveAt: 1_701_390_000_000,
  voice: 'asked',
});

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Events with ids of their own, made before anything is timed. */
function eventsFor(count: number): NewEvent[] {
  const command = uuidv7(Date.now());
  return Array.from({ length: count }, (_, index) => ({ id: eventId(command, index), type, data, metadata }));
}

async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-bench-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** So many clients, each one append after another of `perAppend` events, on 64 streams; events a second. */
async function appendRate(store: EventStore, clients: number, appends: number, perAppend: number): Promise<number> {
  const work = Array.from({ length: clients }, () => Array.from({ length: Math.ceil(appends / clients) }, () => eventsFor(perAppend)));
  const start = performance.now();
  await Promise.all(
    work.map(async (groups) => {
      const streams = Array.from({ length: 64 / clients }, () => ({ name: `visit-${uuidv7(Date.now())}`, revision: -1 }));
      for (const [index, events] of groups.entries()) {
        const stream = streams[index % streams.length];
        if (stream) stream.revision = (await store.append(stream.name, events, stream.revision === -1 ? 'none' : stream.revision)).lastRevision;
      }
    }),
  );
  return (appends * perAppend) / ((performance.now() - start) / 1_000);
}

async function alternating(name: string, goal: number, clients: number, appends: number, perAppend: number, rounds: number): Promise<Figure> {
  return inFolder(async (folder) => {
    const store = await openSqliteEventStore({ folder });
    const worker = new Worker(new URL(`./bare.worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url));
    const bare = (run: BareRun): Promise<number> =>
      new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.postMessage(run);
      });
    const run = {
      file: join(folder, 'bare.db'),
      rows: appends * perAppend,
      perCommit: perAppend,
      dataBytes: data.byteLength,
      metadataBytes: metadata.byteLength,
    };
    const [values, baselines]: [number[], number[]] = [[], []];
    for (let round = -1; round < rounds; round++) {
      const [baseline, value] = [await bare(run), await appendRate(store, clients, appends, perAppend)];
      // The first round warms up both.
      if (round < 0) continue;
      values.push(value);
      baselines.push(baseline);
    }
    await worker.terminate();
    await store.close();
    const [value, baseline] = [median(values), median(baselines)];
    return {
      name,
      value: Math.round(value),
      unit: 'events/s',
      baseline: Math.round(baseline),
      ratio: Number((value / baseline).toFixed(2)),
      goal: `ratio ≥ ${goal}`,
    };
  });
}

/** Batches of 100 through the port, four clients, against bare inserts of as many rows a commit. */
export const appendBatch = (rounds = 5): Promise<Figure> => alternating('append-batch', 0.6, 4, 200, 100, rounds);

/** One client, one event an append, against one commit a row. */
export const appendSingle = (rounds = 5): Promise<Figure> => alternating('append-single', 0.8, 1, 2_000, 1, rounds);

/** The whole log through the port. */
export async function readAllRate(events = 200_000, rounds = 3): Promise<Figure> {
  return inFolder(async (folder) => {
    const store = await openSqliteEventStore({ folder });
    await appendRate(store, 1, Math.ceil(events / 1_000), 1_000);
    const values: number[] = [];
    for (let round = -1; round < rounds; round++) {
      let [count, bytes] = [0, 0];
      const start = performance.now();
      for await (const batch of store.readAll()) {
        for (const event of batch) bytes += event.data.byteLength + event.metadata.byteLength;
        count += batch.length;
      }
      if (bytes !== count * (data.byteLength + metadata.byteLength)) throw new Error('The log came back with other bytes.');
      if (round >= 0) values.push(count / ((performance.now() - start) / 1_000));
    }
    await store.close();
    return { name: 'read-all', value: Math.round(median(values)), unit: 'events/s', baseline: null, ratio: null, goal: '≥ 100,000' };
  });
}
