import type { FastifyInstance, FastifyRequest } from 'fastify';
import { establish } from '#cqrs';
import type { Session, SessionStore } from '../sessions/sessions.ts';
import { tokenOf, type CookieOptions } from './cookie.ts';
import { changesSomething, csrfFits, isSameOrigin } from './csrf.ts';

export interface IdentityHttpOptions extends CookieOptions {
  /** Origins (`https://saksi.example`) that count as this server besides the request's own host. Default none. */
  readonly origins?: readonly string[];
}

/** Who stands behind a request: a session; nobody; or a browser whose page is not ours, although its cookie is. */
export type Authentication = { readonly session: Session } | 'nobody' | 'forged';

const found = new WeakMap<object, Authentication>();

function judge(request: FastifyRequest, sessions: Pick<SessionStore, 'resolve'>, origins: readonly string[]): Authentication {
  const carried = tokenOf(request);
  const session = carried && sessions.resolve(carried.token);
  if (!session) return 'nobody';
  const byBrowser = carried.via === 'cookie' && changesSomething(request);
  if (byBrowser && !(isSameOrigin(request, origins) && csrfFits(carried.token, request.headers['saksi-csrf']))) return 'forged';
  return { session };
}

/** Judged once per request, by its bearer token or cookie; a session is established as the request's principal. */
export function authenticate(
  request: FastifyRequest,
  sessions: Pick<SessionStore, 'resolve'>,
  { origins = [] }: Pick<IdentityHttpOptions, 'origins'>,
): Authentication {
  const before = found.get(request);
  if (before) return before;
  const authentication = judge(request, sessions, origins);
  found.set(request, authentication);
  if (typeof authentication === 'object') establish(request, { kind: 'person', user: authentication.session.user, session: authentication.session.id });
  return authentication;
}

/** The session that a request was found to belong to: for limits per session, and for routes beside Nest's. */
export function sessionOf(request: FastifyRequest): Session | undefined {
  const authentication = found.get(request);
  return typeof authentication === 'object' ? authentication.session : undefined;
}

/** Authenticates every request before anything else looks at it, also those of routes that Nest does not know. */
export function authenticateRequests(
  instance: FastifyInstance,
  sessions: Pick<SessionStore, 'resolve' | 'confirm'>,
  options: Pick<IdentityHttpOptions, 'origins'>,
): void {
  instance.addHook('onRequest', (request, _reply, done) => {
    const confirmed = sessions.confirm?.(tokenOf(request)?.token ?? '');
    const judged = (): void => {
      authenticate(request, sessions, options);
      done();
    };
    if (confirmed) confirmed.then(judged, done);
    else judged();
  });
}
