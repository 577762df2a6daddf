import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { languageOf, problem, refuseParameters, takesParameters } from '#http';
import type { SessionStore } from '../sessions/sessions.ts';
import { authenticate, type IdentityHttpOptions } from './authenticate.ts';
import { IDENTITY, IDENTITY_HTTP } from './injection.ts';

const publicKey = 'saksi.public';

/** For a controller or a route that answers without a session. Everything else needs one. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicKey, true);

/** What a route says once and for all; looking its metadata up costs more than the rest of the guard. */
interface RouteRules {
  readonly isPublic: boolean;
  readonly takesParameters: boolean;
}

/**
 * Lets nobody pass without a session. Judges identity only: what a person may do is judged where it is done. And nothing
 * in an address that its route does not take.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #sessions: SessionStore;
  readonly #options: IdentityHttpOptions;
  readonly #rules = new WeakMap<object, RouteRules>();

  constructor(
    @Inject(Reflector) reflector: Reflector,
    @Inject(IDENTITY) identity: { readonly sessions: SessionStore },
    @Inject(IDENTITY_HTTP) options: IdentityHttpOptions,
  ) {
    this.#reflector = reflector;
    this.#sessions = identity.sessions;
    this.#options = options;
  }

  /** @throws Problem `unauthenticated`; `forged-request` for a browser's request that our own page did not send; InvalidFields */
  canActivate(context: ExecutionContext): boolean {
    const { isPublic, takesParameters } = this.#rulesOf(context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isPublic) {
      const authentication = authenticate(request, this.#sessions, this.#options);
      if (authentication === 'forged') throw problem('forged-request');
      if (authentication === 'nobody') throw problem('unauthenticated');
    }
    if (!takesParameters) refuseParameters(request.query, languageOf(request.headers['accept-language']));
    return true;
  }

  #rulesOf(context: ExecutionContext): RouteRules {
    const handler = context.getHandler();
    const known = this.#rules.get(handler);
    if (known) return known;
    const isPublic = this.#reflector.getAllAndOverride<boolean | undefined>(publicKey, [handler, context.getClass()]) === true;
    const rules = { isPublic, takesParameters: takesParameters(handler) };
    this.#rules.set(handler, rules);
    return rules;
  }
}
