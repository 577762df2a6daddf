import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { problem } from '#http';
import type { SessionStore } from '../sessions/sessions.ts';
import { authenticate, type IdentityHttpOptions } from './authenticate.ts';
import { IDENTITY, IDENTITY_HTTP } from './injection.ts';

const publicKey = 'saksi.public';

/** For a controller or a route that answers without a session. Everything else needs one. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicKey, true);

/** Lets nobody pass without a session. Judges identity only: what a person may do is judged where it is done. */
@Injectable()
export class SessionGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #sessions: SessionStore;
  readonly #options: IdentityHttpOptions;
  readonly #public = new WeakMap<object, boolean>();

  constructor(
    @Inject(Reflector) reflector: Reflector,
    @Inject(IDENTITY) identity: { readonly sessions: SessionStore },
    @Inject(IDENTITY_HTTP) options: IdentityHttpOptions,
  ) {
    this.#reflector = reflector;
    this.#sessions = identity.sessions;
    this.#options = options;
  }

  /** @throws Problem `unauthenticated`; `forged-request` for a browser's request that our own page did not send */
  canActivate(context: ExecutionContext): boolean {
    if (this.#isPublic(context)) return true;
    const authentication = authenticate(context.switchToHttp().getRequest<FastifyRequest>(), this.#sessions, this.#options);
    if (authentication === 'forged') throw problem('forged-request');
    if (authentication === 'nobody') throw problem('unauthenticated');
    return true;
  }

  /** A route says it once and for all; looking its metadata up costs more than the rest of the guard. */
  #isPublic(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const known = this.#public.get(handler);
    if (known !== undefined) return known;
    const found = this.#reflector.getAllAndOverride<boolean | undefined>(publicKey, [handler, context.getClass()]) === true;
    this.#public.set(handler, found);
    return found;
  }
}
