import type { FastifyInstance } from 'fastify';
import { formatInstant, type Clock } from '#kernel';

/** Every answer of the API says what time the server has (`Saksi-Now`), so that a phone knows how far its own clock is off. */
export function tellTime(instance: FastifyInstance, clock: Clock): void {
  instance.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/')) reply.header('Saksi-Now', formatInstant(clock.now()));
    done();
  });
}
