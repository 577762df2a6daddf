import { Pool } from 'undici';
import { uuidv7 } from '#kernel';
import { alone, quantile, type Figure } from '../figure.ts';
import { start, stop, type Server } from '../http/servers.ts';
import { boxesOfATruck, boxOf, dispatchers, truckOf } from './stage.ts';

/** Every tenth box stands before the wrong truck. */
const wrongEvery = 10;

/** Eight dispatchers load their trucks over HTTP, each as fast as it is answered, and every tenth box is another truck's. */
export async function scanningFigures(): Promise<readonly Figure[]> {
  const server = await start('saksi-server', { BENCH_STAGE: 'scanning' });
  const pool = new Pool(server.url, { connections: dispatchers, pipelining: 1 });
  try {
    const right: number[] = [];
    const wrong: number[] = [];
    await Promise.all(
      Array.from({ length: dispatchers }, async (_, truck) => {
        for (let index = 0; index < boxesOfATruck; index++) {
          right.push(await scan(pool, server, truck, truck, index));
          if (index % wrongEvery === 0)
            wrong.push(await scan(pool, server, truck, (truck + 1) % dispatchers, boxesOfATruck - 1 - Math.floor(index / wrongEvery)));
        }
      }),
    );
    const p99 = (times: readonly number[]): number =>
      quantile(
        times.toSorted((a, b) => a - b),
        0.99,
      );
    return [
      alone('scanning.server', await serverTime(server), 'ms p99, as the server measures it', '≤ 10 ms'),
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

/** From the server's own histogram, evenly within a bucket: below how many ms 99 of 100 scans took. */
async function serverTime({ url }: Server): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const buckets = [
    ...metrics.matchAll(/^saksi_http_request_duration_seconds_bucket\{(?=[^}]*route="\/api\/logistics\/load-box")[^}]*le="([^"]+)"[^}]*\} (\d+)$/gm),
  ]
    .map(([, until = '', count = '']) => ({ until: Number(until.replace('+Inf', 'Infinity')), count: Number(count) }))
    .sort((a, b) => a.until - b.until);
  const wanted = (buckets.at(-1)?.count ?? 0) * 0.99;
  const index = buckets.findIndex(({ count }) => count >= wanted);
  const [before, found] = [buckets[index - 1] ?? { until: 0, count: 0 }, buckets[index]];
  if (!found) throw new Error('The server measured nothing.');
  return 1_000 * (before.until + ((found.until - before.until) * (wanted - before.count)) / (found.count - before.count));
}
