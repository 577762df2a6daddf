import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { establish } from '#cqrs';
import { problem } from '#http';
import type { Session, SessionStore } from '../sessions/sessions.ts';
import { changesSomething, csrfFits, isSameOrigin } from './csrf.ts';
import { tokenOf, type CookieOptions } from './cookie.ts';
import { IDENTITY, IDENTITY_HTTP } from './injection.ts';

export interface IdentityHttpOptions extends CookieOptions {
  /** Origins (`https://saksi.example`) that count as this server besides the request's own host. Default none. */
  readonly origins?: readonly string[];
}

const publicKey = 'saksi.public';

/** For a controller or a route that answers without a session. Everything else needs one. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicKey, true);

/**
 * The session behind a request, from its bearer token or cookie.
 * @throws Problem `forged-request` for a browser's request that changes something and was not sent by our own page
 */
export function sessionOf(request: FastifyRequest, sessions: Pick<SessionStore, 'resolve'>, { origins = [] }: Pick<IdentityHttpOptions, 'origins'> = {}): Session | undefined {
  const carried = tokenOf(request);
  const session = carried && sessions.resolve(carried.token);
  if (!session) return undefined;
  const byBrowser = carried.via === 'cookie' && changesSomething(request);
  if (byBrowser && !(isSameOrigin(request, origins) && csrfFits(carried.token, request.headers['saksi-csrf']))) throw problem('forged-request');
  return session;
}

/** Establishes who stands behind each request of a controller. Judges identity only: what a person may do is judged where it is done. */
@Injectable()
export class SessionGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #sessions: SessionStore;
  readonly #options: IdentityHttpOptions;

  constructor(@Inject(Reflector) reflector: Reflector, @Inject(IDENTITY) identity: { readonly sessions: SessionStore }, @Inject(IDENTITY_HTTP) options: IdentityHttpOptions) {
    this.#reflector = reflector;
    this.#sessions = identity.sessions;
    this.#options = options;
  }

  canActivate(context: ExecutionContext): boolean {
    if (this.#reflector.getAllAndOverride<boolean | undefined>(publicKey, [context.getHandler(), context.getClass()]) === true) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const session = sessionOf(request, this.#sessions, this.#options);
    if (!session) throw problem('unauthenticated');
    establish(request, { kind: 'person', user: session.user, session: session.id });
    return true;
  }
}
