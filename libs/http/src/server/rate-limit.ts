import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../problem/problem.ts';

export interface RateLimits {
  /** Most requests of one session, or of one address without a session, in a window. Default 1,200. */
  readonly max?: number;
  /** Length of the window, ms. Default 60,000. */
  readonly window?: number;
  /** How many sessions and addresses are remembered. Default 20,000. */
  readonly remembered?: number;
  /** Addresses with a limit of their own: path → most requests in a window. */
  readonly paths?: Readonly<Record<string, number>>;
  /** Who asks, when they have a session (its id, never its secret); undefined: the network address counts. */
  readonly sessionOf?: (request: FastifyRequest) => string | undefined;
}

const unlimited = new Set(['/health/live', '/health/ready', '/metrics']);

/** Refuses, with `Retry-After`, whoever asks too often. */
export async function limitRate(
  instance: FastifyInstance,
  { max = 1_200, window = 60_000, remembered = 20_000, paths = {}, sessionOf }: RateLimits = {},
): Promise<void> {
  const ownLimit = (request: FastifyRequest): number | undefined => {
    const path = pathOf(request);
    return Object.hasOwn(paths, path) ? paths[path] : undefined;
  };
  await instance.register(rateLimit, {
    global: true,
    timeWindow: window,
    cache: remembered,
    max: (request) => ownLimit(request) ?? max,
    keyGenerator: (request) => {
      const session = sessionOf?.(request);
      const who = session === undefined ? `ip ${request.ip}` : `session ${session}`;
      return ownLimit(request) === undefined ? who : `${pathOf(request)} ${who}`;
    },
    allowList: (request) => unlimited.has(pathOf(request)),
    errorResponseBuilder: (_request, { ttl }) => problem('too-many-requests', { retryAfter: Math.ceil(ttl / 1_000) }),
  });
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? url;
