import type { Server } from '../http/servers.ts';

interface Bucket {
  /** ms. */
  readonly until: number;
  readonly count: number;
}

/** The server's own histogram of how long scans took: in each bucket, all that took no longer. */
export type Histogram = readonly Bucket[];

export async function scansByDuration({ url }: Server): Promise<Histogram> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const lines = metrics.matchAll(/^saksi_http_request_duration_seconds_bucket\{(?=[^}]*route="\/api\/logistics\/load-box")[^}]*le="([^"]+)"[^}]*\} (\d+)$/gm);
  return [...lines]
    .map(([, until = '', count = '']) => ({ until: 1_000 * Number(until.replace('+Inf', 'Infinity')), count: Number(count) }))
    .sort((a, b) => a.until - b.until);
}

export const difference = (before: Histogram, after: Histogram): Histogram =>
  after.map(({ until, count }, index) => ({ until, count: count - (before[index]?.count ?? 0) }));

/** Below how many ms 99 of 100 scans took, evenly within a bucket. */
export function p99Of(scans: Histogram): number {
  const wanted = (scans.at(-1)?.count ?? 0) * 0.99;
  const index = scans.findIndex(({ count }) => count >= wanted);
  const [below, found] = [scans[index - 1] ?? { until: 0, count: 0 }, scans[index]];
  if (!found) throw new Error('The server measured nothing.');
  return below.until + ((found.until - below.until) * (wanted - below.count)) / (found.count - below.count);
}
