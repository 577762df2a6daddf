import type { FastifyInstance } from 'fastify';
import type { EventStore } from '#event-store';

/** While the server that keeps the log does not answer, every answer says for how many seconds: what it shows is at least as old. */
export function tellLogAway(instance: Pick<FastifyInstance, 'addHook'>, { capabilities }: EventStore): void {
  if (!capabilities.away) return;
  const { away } = capabilities;
  instance.addHook('onSend', async (_request, reply) => {
    const outage = away();
    if (outage) void reply.header('Saksi-Log-Away', String(Math.ceil(outage.forMs / 1_000)));
  });
}
