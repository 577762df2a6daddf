import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const closed = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" };

/** Data: nothing may run in it, nothing may frame it. */
const forData = policy(closed);
/** Swagger UI brings its own scripts and writes its styles inline. */
const forDocs = policy({
  ...closed,
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'font-src': "'self' data:",
});
/** The web app: its own files, its own server, photos it has taken, its service worker. */
const forApp = policy({
  ...closed,
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
});

/** The decoder of codes runs beside the page, in a worker with a policy of its own: there alone WebAssembly is compiled. docs/adr/0056 */
const forDecoder = policy({ ...closed, 'script-src': "'self' 'wasm-unsafe-eval'", 'connect-src': "'self'" });

const policies: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/docs(?:[/?]|$)/, forDocs],
  [/^\/(?:api|health|metrics)(?:[/?]|$)/, forData],
  [/^\/assets\/decoder\.worker-[\w-]+\.js$/, forDecoder],
];
const policyFor = (url: string): string => policies.find(([address]) => address.test(url))?.[1] ?? forApp;

/** `secure`: people reach the server by https, so browsers may be told to insist on it. */
export async function setSecurityHeaders(instance: FastifyInstance, { secure }: { readonly secure: boolean }): Promise<void> {
  await instance.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
  instance.addHook('onRequest', (request, reply, done) => {
    reply.header('Content-Security-Policy', policyFor(request.url));
    // Answers hold what only this person may see.
    if (/^\/api(?:[/?]|$)/.test(request.url)) reply.header('Cache-Control', 'no-store');
    done();
  });
}
