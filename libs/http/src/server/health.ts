import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** `true`, or one sentence that says why not, without personal data. */
export type ReadinessCheck = () => true | string | Promise<true | string>;

export interface HealthOptions {
  /** Name → check: `log`, `vault`, `projections`, `clock`, … */
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  /** How long a check may take, ms. Default 2,000. */
  readonly within?: number;
}

/** `/health/live`: the process answers. `/health/ready`: it can do its work; else 503 with what stands in the way. */
export function serveHealth(instance: FastifyInstance, { checks, within = 2_000 }: HealthOptions): void {
  instance.get('/health/live', (_request, reply) => reply.header('Cache-Control', 'no-store').send({ status: 'live' }));
  instance.get('/health/ready', async (_request, reply) => {
    const outcomes = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await outcomeOf(check, within)] as const));
    const ready = outcomes.every(([, outcome]) => outcome === true);
    const said = Object.fromEntries(outcomes.map(([name, outcome]) => [name, outcome === true ? 'ready' : outcome]));
    return reply
      .code(ready ? 200 : 503)
      .header('Cache-Control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready', checks: said });
  });
}

async function outcomeOf(check: ReadinessCheck, within: number): Promise<true | string> {
  const given = new AbortController();
  const late = wait(within, `No answer within ${within} ms.`, { signal: given.signal, ref: false }).catch(() => '');
  try {
    return await Promise.race([Promise.resolve().then(check), late]);
  } catch (error) {
    // The message may hold anything; the class says what failed.
    return `Failed: ${error instanceof Error ? error.name : 'unknown error'}.`;
  } finally {
    given.abort();
  }
}
