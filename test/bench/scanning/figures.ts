import { Pool } from 'undici';
import { uuidv7 } from '#kernel';
import { alone, quantile, type Figure } from '../figure.ts';
import { start, stop, type Server } from '../http/servers.ts';
import { boxesOfATruck, boxOf, dispatchers, truckOf } from './stage.ts';

/** Every tenth box stands before the wrong truck. */
const wrongEvery = 10;
/** Boxes of each truck until the server is warm, as one is that has run for a while. */
const warmUp = 100;

/** Eight dispatchers load their trucks over HTTP, each as fast as it is answered; every tenth box is another truck's. */
export async function scanningFigures(): Promise<readonly Figure[]> {
  const server = await start('saksi-server', { BENCH_STAGE: 'scanning' });
  const pool = new Pool(server.url, { connections: dispatchers, pipelining: 1 });
  try {
    const right: number[] = [];
    const wrong: number[] = [];
    const scanAll = async (truck: number, from: number, until: number): Promise<void> => {
      for (let index = from; index < until; index++) {
        right.push(await scan(pool, server, truck, truck, index));
        if (index % wrongEvery === 0)
          wrong.push(await scan(pool, server, truck, (truck + 1) % dispatchers, boxesOfATruck - 1 - Math.floor(index / wrongEvery)));
      }
    };
    const trucks = Array.from({ length: dispatchers }, (_, truck) => truck);
    await Promise.all(trucks.map((truck) => scanAll(truck, 0, warmUp)));
    for (const times of [right, wrong]) times.length = 0;
    const before = await buckets(server);
    await Promise.all(trucks.map((truck) => scanAll(truck, warmUp, boxesOfATruck)));
    const p99 = (times: readonly number[]): number =>
      quantile(
        times.toSorted((a, b) => a - b),
        0.99,
      );
    return [
      alone('scanning.server', p99Of(before, await buckets(server)), 'ms p99, as the server measures it', '≤ 10 ms'),
      alone('scanning.load', p99(right), `ms p99 of ${right.length} boxes, there and back`, '≤ 10 ms'),
      alone('scanning.wrong-box', p99(wrong), `ms p99 of ${wrong.length} wrong boxes, there and back`, '≤ 300 ms'),
    ];
  } finally {
    await pool.close();
    stop(server);
  }
}

/** Loads a box of one truck's manifest onto another, or onto its own; how long that took, ms. */
async function scan(pool: Pool, { token }: Server, truck: number, belongsTo: number, index: number): Promise<number> {
  const sent = performance.now();
  const { statusCode, body } = await pool.request({
    path: '/api/logistics/load-box',
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': uuidv7(Date.now()) },
    body: JSON.stringify({ ...boxOf(belongsTo, index), dispatch: truckOf(truck) }),
  });
  const answer = await body.text();
  const took = performance.now() - sent;
  const isHeard = answer.includes('"logistics.box-not-on-this-run"');
  if (statusCode !== 201 || isHeard !== (truck !== belongsTo))
    throw new Error(`The box was to be ${truck === belongsTo ? 'loaded' : 'kept off'}: ${statusCode} ${answer}`);
  return took;
}

interface Bucket {
  /** ms. */
  readonly until: number;
  readonly count: number;
}

/** The server's own histogram of how long scans took. */
async function buckets({ url }: Server): Promise<readonly Bucket[]> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const lines = metrics.matchAll(/^saksi_http_request_duration_seconds_bucket\{(?=[^}]*route="\/api\/logistics\/load-box")[^}]*le="([^"]+)"[^}]*\} (\d+)$/gm);
  return [...lines]
    .map(([, until = '', count = '']) => ({ until: 1_000 * Number(until.replace('+Inf', 'Infinity')), count: Number(count) }))
    .sort((a, b) => a.until - b.until);
}

/** Below how many ms 99 of 100 scans between the two took, evenly within a bucket. */
function p99Of(before: readonly Bucket[], after: readonly Bucket[]): number {
  const between = after.map(({ until, count }, index) => ({ until, count: count - (before[index]?.count ?? 0) }));
  const wanted = (between.at(-1)?.count ?? 0) * 0.99;
  const index = between.findIndex(({ count }) => count >= wanted);
  const [below, found] = [between[index - 1] ?? { until: 0, count: 0 }, between[index]];
  if (!found) throw new Error('The server measured nothing.');
  return below.until + ((found.until - below.until) * (wanted - below.count)) / (found.count - below.count);
}
