import { randomBytes, randomUUID } from 'node:crypto';
import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import { openEventStoreDb } from '#event-store';
import type { NewEvent } from '#event-store';
import { appendBare } from './bare.ts';
import { alone, median, quantile, type Figure } from '../figure.ts';
import { warm } from '../http/http-commands.ts';
import { visibilityLag } from '../http/lag.ts';
import { load } from '../http/load.ts';
import { profiled, start, stop } from '../http/servers.ts';
import { perCommand, threadTimes, type Round } from '../http/threads.ts';

/*
 * What the port costs over the bare client on the same path (the client's own batch appends), both against the server at
 * SAKSI_EVENTSTOREDB_URL, in alternating rounds. Only streams of this run's own prefix are written.
 */
const rounds = 5;
const data = Buffer.from(JSON.stringify({ door: randomUUID(), badge: 'T-12', note: 'x'.repeat(160) }));
const metadata = Buffer.from(
  JSON.stringify({
    commandId: randomUUID(),
    occurredAt: '2023-12-01T02:00:00+07:00',
    effectiveAt: 1,
    recordedAt: 1,
    actor: { user: randomUUID(), role: 'guard' },
  }),
);

type Append = (stream: string, events: number) => Promise<unknown>;
interface Shape {
  readonly name: string;
  readonly atOnce: number;
  readonly events: number;
  readonly milliseconds: number;
  readonly goal: string;
}

const shapes: readonly Shape[] = [
  { name: 'esdb-append-one', atOnce: 1, events: 1, milliseconds: 1_500, goal: 'ratio ≥ 0.9' },
  { name: 'esdb-append-64', atOnce: 64, events: 1, milliseconds: 1_500, goal: 'ratio ≥ 0.9' },
  { name: 'esdb-append-batches', atOnce: 8, events: 100, milliseconds: 1_500, goal: 'ratio ≥ 0.9' },
];

/** Events a second of so many writers, each to a stream of its own after the other. */
async function rate(append: Append, { atOnce, events, milliseconds }: Shape): Promise<number> {
  let written = 0;
  const started = performance.now();
  const writer = async (): Promise<void> => {
    while (performance.now() - started < milliseconds) {
      await append(`visit-${randomUUID()}`, events);
      written += events;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, writer));
  return (written * 1_000) / (performance.now() - started);
}

function measuredServer(): { readonly url: string; readonly prefix: string } {
  const { SAKSI_EVENTSTOREDB_URL: url } = process.env;
  if (url === undefined) throw new Error('SAKSI_EVENTSTOREDB_URL says which server to measure.');
  return { url, prefix: `saksi.bench.${randomBytes(6).toString('hex')}` };
}

/** The bare client's own appends. */
const appendsOf =
  (client: EventStoreDBClient, prefix: string): Append =>
  (stream, count) =>
    appendBare(
      client,
      `${prefix}:${stream}`,
      Array.from({ length: count }, () => ({ type: 'access.guest-admitted.v1', data, metadata })),
    );

/** Events: on a fast day a run writes more than a million, and their rate is no other. */
const caughtUpWith = 60_000;

export async function* eventStoreDbFigures(): AsyncGenerator<Figure> {
  const { url, prefix } = measuredServer();
  const [store, client] = [await openEventStoreDb({ url, prefix, patience: 30_000, attemptTimeout: 20_000 }), EventStoreDBClient.connectionString(url)];
  const ours: Append = (stream, count) =>
    store.append(
      stream,
      Array.from({ length: count }, (): NewEvent => ({ id: randomUUID(), type: 'access.guest-admitted.v1', data, metadata })),
      'none',
    );
  const bare = appendsOf(client, prefix);
  try {
    for (const shape of shapes) {
      const found: { readonly ours: number[]; readonly bare: number[] } = { ours: [], bare: [] };
      for (let round = 0; round <= rounds; round++) {
        const [one, other] = [await rate(ours, shape), await rate(bare, shape)];
        // The first round warms both up.
        if (round > 0) [found.ours, found.bare].forEach((rates, index) => rates.push(index === 0 ? one : other));
      }
      const [value, baseline] = [median(found.ours), median(found.bare)];
      yield { name: shape.name, value, unit: 'events/s', baseline, ratio: value / baseline, goal: shape.goal };
    }
    yield await catchingUp();
  } finally {
    await store.close();
    await client.dispose();
  }

  /** What this run wrote first, as a projector reads it. */
  async function catchingUp(): Promise<Figure> {
    const [mine, theirs]: [number[], number[]] = [[], []];
    const head = await store.head();
    for (let round = 0; round < 3; round++) {
      mine.push(
        await counted(async (stop) => {
          let events = 0;
          for await (const batch of store.subscribe({ signal: stop.signal })) {
            events += batch.events.length;
            if (events >= caughtUpWith || batch.through >= head) break;
          }
          return events;
        }),
      );
      theirs.push(
        await counted(async () => {
          let events = 0;
          const filter = streamNameFilter({ prefixes: [`${prefix}:`], maxSearchWindow: 512 });
          for await (const { event } of client.subscribeToAll({ fromPosition: START, filter })) {
            events += 1;
            if (events >= caughtUpWith || (event?.position.commit ?? 0n) >= head) break;
          }
          return events;
        }),
      );
    }
    const [value, baseline] = [median(mine), median(theirs)];
    return { name: 'esdb-catch-up', value, unit: 'events/s', baseline, ratio: value / baseline, goal: 'ratio ≥ 0.8' };
  }
}

export interface OverHttp {
  /** Where the main thread's profile goes; absent: none is made. */
  readonly profile?: string;
  /** Whether to tell on stderr what a command costs each thread. */
  readonly threads: boolean;
}

const connections = 64;
/** Far below what a server can take, so that what is measured is not the queue before it. */
const steady = 200;

/**
 * Commands over HTTP, half of them with personal data, against the bare client's appends of one event; against the least
 * that must be done for one over HTTP, the same server with authentication and validation whose commands only append by
 * the bare client; and when they are seen.
 */
export async function* eventStoreDbOverHttp({ profile, threads }: OverHttp): AsyncGenerator<Figure> {
  const { url, prefix } = measuredServer();
  const client = EventStoreDBClient.connectionString(url);
  const bare = appendsOf(client, `${prefix}.bare`);
  const settings = { SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: url };
  const saksi = await start('saksi-server', { ...settings, SAKSI_EVENTSTOREDB_PREFIX: prefix });
  const least = await start('baseline-server', { ...settings, SAKSI_EVENTSTOREDB_PREFIX: `${prefix}.least` });
  try {
    for (const server of [saksi, least]) await warm(server, 5_000);
    const [commands, leasts, appends]: [number[], number[], number[]] = [[], [], []];
    const costs: Round[] = [];
    for (let round = 0; round < 3; round++) {
      const run = () => load(saksi.url, saksi.token, { connections, seconds: 3 });
      const before = threadTimes(saksi.process.pid ?? 0);
      const told = await (profile !== undefined && round === 0 ? profiled(saksi, profile, run) : run());
      costs.push({ commands: told.commands, before, after: threadTimes(saksi.process.pid ?? 0) });
      commands.push(told.commands / 3);
      leasts.push((await load(least.url, least.token, { connections, seconds: 3 })).commands / 3);
      appends.push(await rate(bare, { name: '', atOnce: connections, events: 1, milliseconds: 1_500, goal: '' }));
    }
    if (threads) process.stderr.write(`saksi, a command: ${perCommand(costs).join(', ')}\n`);
    const [value, ceiling, baseline] = [median(commands), median(leasts), median(appends)];
    yield { name: 'esdb-http-64', value, unit: 'commands/s', baseline, ratio: value / baseline, goal: 'ratio ≥ 0.8' };
    yield { name: 'esdb-http-ceiling', value: ceiling, unit: 'commands/s', baseline, ratio: ceiling / baseline, goal: '' };
    yield { name: 'esdb-http-of-ceiling', value, unit: 'commands/s', baseline: ceiling, ratio: value / ceiling, goal: '' };
    const lag = await visibilityLag(saksi.url, saksi.token, { connections, seconds: 8, rate: steady });
    yield alone('esdb-visible', quantile(lag, 0.99), `ms p99 at ${steady}/s`, '≤ 150 ms');
  } finally {
    stop(saksi);
    stop(least);
    await client.dispose();
  }
}

async function counted(read: (stop: AbortController) => Promise<number>): Promise<number> {
  const [stop, started] = [new AbortController(), performance.now()];
  const events = await read(stop);
  stop.abort();
  return (events * 1_000) / (performance.now() - started);
}
