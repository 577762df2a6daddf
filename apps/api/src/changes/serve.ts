import type { FastifyInstance } from 'fastify';
import { NotPermitted, OutOfScope } from '#cqrs';
import { problem } from '#http';
import type { ChangeStreams } from '#http';
import { sessionOf } from '#identity';
import type { Saksi } from '../parts.ts';
import type { ChangeHub } from './hub.ts';
import { audienceOf } from './what-changed.ts';

/** `GET /api/events`: which rows of which projections changed, for what this session may read at that moment. */
export function serveChanges(
  instance: FastifyInstance,
  { saksi, streams, hub }: { readonly saksi: Saksi; readonly streams: ChangeStreams; readonly hub: ChangeHub },
): void {
  instance.get('/api/events', (request, reply) => {
    const session = sessionOf(request);
    if (!session) throw problem('unauthenticated');
    const principal = { kind: 'person', user: session.user, session: session.id } as const;
    return streams.open(request, reply, {
      session: principal.session,
      source: hub.source,
      mayRead: async (change) => {
        const { roles, scopes } = audienceOf(change);
        const now = saksi.clock.now();
        for (const scope of scopes) if (await isFor(() => saksi.authority.actorFor(principal, roles, [scope], now))) return true;
        return false;
      },
      stillOpen: () => saksi.identity.sessions.of(principal.user).some(({ id }) => id === session.id),
    });
  });
}

async function isFor(judged: () => Promise<unknown>): Promise<boolean> {
  try {
    await judged();
    return true;
  } catch (error) {
    if (error instanceof NotPermitted || error instanceof OutOfScope) return false;
    throw error;
  }
}
