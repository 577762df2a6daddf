import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Bound to the session's token, which no page can read: whoever knows it was told by this server, in this session. */
export const csrfOf = (token: string): string => createHmac('sha256', token).update('saksi.csrf.v1').digest('base64url');

export function csrfFits(token: string, sent: string | readonly string[] | undefined): boolean {
  if (typeof sent !== 'string') return false;
  const expected = Buffer.from(csrfOf(token));
  const given = Buffer.from(sent);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
export const changesSomething = ({ method }: FastifyRequest): boolean => !safe.has(method);

/**
 * Whether a page of this server sent the request, as far as the browser says: `Sec-Fetch-Site` and `Origin` cannot be
 * set by a page's scripts. Programs send neither. `origins`: what else counts as this server, behind a proxy that
 * changes `Host`.
 */
export function isSameOrigin({ headers, host }: FastifyRequest, origins: readonly string[]): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  if (origin === undefined || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
