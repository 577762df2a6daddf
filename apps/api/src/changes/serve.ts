import type { FastifyInstance } from 'fastify';
import { NotPermitted, OutOfScope, principalOf } from '#cqrs';
import type { ChangeStreams } from '#http';
import type { Saksi } from '../saksi.ts';
import type { ChangeHub } from './hub.ts';
import { audienceOf } from './what-changed.ts';

/** `GET /api/events`: which rows of which projections changed, for what this session may read at that moment. */
export function serveChanges(instance: FastifyInstance, { saksi, streams, hub }: { readonly saksi: Saksi; readonly streams: ChangeStreams; readonly hub: ChangeHub }): void {
  instance.get('/api/events', (request, reply) => {
    const principal = principalOf(request);
    if (principal.kind !== 'person') throw new NotPermitted([]);
    return streams.open(request, reply, {
      session: principal.session,
      source: hub.source,
      mayRead: async (change) => {
        const { roles, scopes } = audienceOf(change);
        try {
          await saksi.authority.actorFor(principal, roles, scopes, saksi.clock.now());
          return true;
        } catch (error) {
          if (error instanceof NotPermitted || error instanceof OutOfScope) return false;
          throw error;
        }
      },
      stillOpen: () => saksi.identity.sessions.of(principal.user).some(({ id }) => id === principal.session),
    });
  });
}
