import type { FastifyInstance } from 'fastify';
import { problem } from '../problem/problem.ts';

/**
 * An app says its protocol's number (`Saksi-App: 3`); one below `oldest` is told so before anything is done, and keeps
 * what waits. Programs that say none are not asked.
 */
export function refuseOldApps(instance: FastifyInstance, { oldest }: { readonly oldest: number }): void {
  instance.addHook('onRequest', (request, _reply, done) => {
    const said = request.headers['saksi-app'];
    const tooOld = typeof said === 'string' && request.url.startsWith('/api/') && !(Number(said) >= oldest);
    done(tooOld ? problem('app-too-old', { parameters: { oldest } }) : undefined);
  });
}
