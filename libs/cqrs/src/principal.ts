import { problem } from '#http';
import type { Principal } from './ports.ts';

/** What authentication found out about a request; kept beside it, never in what was sent. */
const principals = new WeakMap<object, Principal>();

/** Called by the guard that authenticated the request. */
export const establish = (request: object, principal: Principal): void => {
  principals.set(request, principal);
};

/** @throws Problem `unauthenticated` when nobody was established */
export function principalOf(request: object): Principal {
  const principal = principals.get(request);
  if (!principal) throw problem('unauthenticated');
  return principal;
}
