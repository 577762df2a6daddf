import type { FastifyReply } from 'fastify';
import { formatWib, type Clock } from '#kernel';
import type { Session } from '../sessions/sessions.ts';
import type { SignedInAnswer } from './bodies.ts';
import { giveCookie, type CookieOptions } from './cookie.ts';
import { csrfOf } from './csrf.ts';

/** Gives a browser its session: the token in a cookie that no page can read, the answer to the token in the body. */
export function giveBrowserSession(
  reply: FastifyReply,
  { token, session }: { readonly token: string; readonly session: Session },
  { clock, ...options }: CookieOptions & { readonly clock: Clock },
): SignedInAnswer {
  reply.header('Cache-Control', 'no-store');
  giveCookie(reply, token, Math.floor((session.until - clock.now()) / 1000), options);
  return { account: session.user, until: formatWib(session.until), csrf: csrfOf(token) };
}
