import { useSyncExternalStore } from 'react';
import { request, useCsrf } from '../api/http.ts';
import type { Me, Role } from '../api/names.ts';
import { Refused } from '../api/problem.ts';

/** Who is signed in on this device; 'asking' until the server, or this phone's memory, has said. */
export type Session = { readonly state: 'asking' } | { readonly state: 'nobody' } | { readonly state: 'signed-in'; readonly me: Me };

let session: Session = { state: 'asking' };
const listeners = new Set<() => void>();
const beforeSignOut = new Set<() => Promise<void>>();

function become(next: Session): void {
  session = next;
  useCsrf(next.state === 'signed-in' ? next.me.csrf : undefined);
  for (const told of listeners) told();
}

export const currentSession = (): Session => session;

/** What must be done while somebody still is signed in, such as making unreadable what the phone keeps for them. */
export const beforeSigningOut = (work: () => Promise<void>): void => void beforeSignOut.add(work);

/** Asks the server who is signed in. @throws Unreachable */
export async function askWho(): Promise<void> {
  try {
    const { body } = await request('/api/identity/me');
    become({ state: 'signed-in', me: body as Me });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    become({ state: 'nobody' });
  }
}

/** @throws Refused, Unreachable */
export async function signIn(login: string, passphrase: string): Promise<void> {
  await request('/api/identity/sign-in', { method: 'POST', body: { login, passphrase } });
  await askWho();
}

/** Only a demonstration has this. @throws Refused, Unreachable */
export async function signInToDemonstration(login: Role): Promise<void> {
  await request('/api/demonstration/sign-in', { method: 'POST', body: { login } });
  await askWho();
}

/** @throws Unreachable: the session then stands, on the server and here */
export async function signOut(): Promise<void> {
  for (const work of beforeSignOut) await work();
  await request('/api/identity/sign-out', { method: 'POST' }).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
  });
  become({ state: 'nobody' });
}

/** The server knows the session no more: it ended, or was ended. */
export const sessionLost = (): void => become({ state: 'nobody' });

const follow = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

export const useSession = (): Session => useSyncExternalStore(follow, currentSession);

/** Who is signed in, on screens that only those see. */
export function useMe(): Me {
  const now = useSession();
  if (now.state !== 'signed-in') throw new TypeError('Nobody is signed in.');
  return now.me;
}

export const holds = ({ roles }: Me, ...any: readonly Role[]): boolean => roles.some(({ role }) => any.includes(role));
