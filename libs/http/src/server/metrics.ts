import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { FastifyInstance } from 'fastify';
import { routeOf } from './log.ts';

/** A registry with the process's own figures (memory, event loop lag, garbage collection); others add theirs. */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

const loopback = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

export interface MetricsOptions {
  readonly registry: Registry;
  /** Which network addresses may read `/metrics`. Default: loopback only. */
  readonly mayRead?: (address: string) => boolean;
}

/** Measures every request by its route's pattern, and serves `/metrics`. */
export function serveMetrics(instance: FastifyInstance, { registry, mayRead = (address) => loopback.test(address) }: MetricsOptions): void {
  const durations = new Histogram({
    name: 'saksi_http_request_duration_seconds',
    help: 'How long requests took, by route.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  instance.addHook('onResponse', (request, reply, done) => {
    durations.observe({ method: request.method, route: routeOf(request), status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
    done();
  });
  instance.get('/metrics', async (request, reply) => {
    if (!mayRead(request.ip)) return reply.callNotFound();
    return reply
      .header('Content-Type', registry.contentType)
      .header('Cache-Control', 'no-store')
      .send(await registry.metrics());
  });
}
