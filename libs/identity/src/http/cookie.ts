import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const sessionCookie = 'saksi_session';

/** `secure`: only over TLS; false only where the server answers on loopback without it. */
export interface CookieOptions {
  readonly secure: boolean;
}

const attributes = ({ secure }: CookieOptions) => ({ path: '/', httpOnly: true, sameSite: 'strict' as const, secure });

/** `seconds`: until the session's absolute end. */
export const giveCookie = (reply: FastifyReply, token: string, seconds: number, options: CookieOptions): void => {
  reply.header('Set-Cookie', stringifySetCookie({ name: sessionCookie, value: token, ...attributes(options), maxAge: seconds }));
};

export const takeCookie = (reply: FastifyReply, options: CookieOptions): void => {
  reply.header('Set-Cookie', stringifySetCookie({ name: sessionCookie, value: '', ...attributes(options), maxAge: 0 }));
};

/** A request's token, and how it came. A bearer token counts before a cookie: a program means what it sends. */
export function tokenOf({ headers }: FastifyRequest): { readonly token: string; readonly via: 'bearer' | 'cookie' } | undefined {
  const { authorization, cookie } = headers;
  if (authorization !== undefined) {
    const [, token] = /^Bearer ([\w-]{1,100})$/i.exec(authorization) ?? [];
    return { token: token ?? '', via: 'bearer' };
  }
  if (cookie === undefined || !cookie.includes(sessionCookie)) return undefined;
  const token = parseCookie(cookie)[sessionCookie];
  return token === undefined || token === '' ? undefined : { token, via: 'cookie' };
}
