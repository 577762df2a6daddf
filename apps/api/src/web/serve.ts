import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problem } from '#http';
import { webFolder } from './folder.ts';

/** What is never the app: an unknown address there is a problem, not a page. */
const elsewhere = /^\/(?:api|health|metrics|assets|tls)(?:[/?]|$)|\.[a-z0-9]+(?:\?|$)/;

/**
 * Serves the web app on every address that is nothing else. Files under `assets/` carry a hash of their content in
 * their names and are kept for ever; all others are asked for anew each time, so that an update is seen.
 */
export function serveWebApp(instance: FastifyInstance, folder = webFolder): void {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    // Not awaited: that would start the instance before every route and Nest's own error handler are there.
    void instance.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      globIgnore: ['**/*.br', '**/*.gz', '**/*.map'],
      setHeaders: (reply, path) => {
        reply.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  instance.get('/*', (request, reply) => {
    if (elsewhere.test(request.url)) throw problem('no-such-address');
    if (!built) return reply.code(404).type('text/plain; charset=utf-8').send('The web app is not built: npm run build\n');
    return reply.sendFile('index.html');
  });
}
