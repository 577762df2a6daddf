import type { FastifyRequest } from 'fastify';
import { sessionOf } from '#identity';
import type { Session } from '#identity';
import type { Saksi } from './saksi.ts';

/** The session behind a request, for what is served beside the controllers and for the request limits. */
export const sessionBehind = ({ identity }: Pick<Saksi, 'identity'>, request: FastifyRequest): Session | undefined => sessionOf(request, identity.sessions);
