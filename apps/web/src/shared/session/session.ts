import { useSyncExternalStore } from 'react';
import { request, useCsrf } from '../api/http.ts';
import { inTime } from '../api/in-time.ts';
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

/** What remembers who is signed in while the server cannot be asked. */
export interface SessionMemory {
  /** Begun before anybody is told who has signed in; nobody waits until it is done. */
  keep(me: Me): void;
  last(): Promise<Me | undefined>;
}
let memory: SessionMemory | undefined;
export const rememberSessions = (by: SessionMemory): void => {
  memory = by;
};

/** How long the server may take to say so before whoever was is taken to be, ms: the app shows nothing until then. */
const patience = 2_000;

/** Asks the server who is signed in; when it does not say, whoever was is. @throws Unreachable, Refused when nobody was */
export async function askWho(): Promise<void> {
  let meanwhile: Session | undefined;
  const late = (said: Session): void => {
    // Who has signed in or out since knows better.
    if (session === meanwhile) become(said);
  };
  become(await inTime(whoIsIt(), { ms: patience, meanwhile: async () => (meanwhile = await whoWas()), late }));
}

async function whoIsIt(): Promise<Session> {
  try {
    const { body } = await request('/api/identity/me');
    const me = body as Me;
    memory?.keep(me);
    return { state: 'signed-in', me };
  } catch (error) {
    // Only the server that knows of no session says so; one that is busy, or newer than this app, says nothing about it.
    if (error instanceof Refused && error.problem.status === 401) return { state: 'nobody' };
    const last = await whoWas();
    if (!last) throw error;
    return last;
  }
}

async function whoWas(): Promise<Session | undefined> {
  const me = await memory?.last();
  return me && { state: 'signed-in', me };
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

/** Calls when somebody else, or nobody, is signed in; until the returned function is called. */
export const followSession = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

export const useSession = (): Session => useSyncExternalStore(followSession, currentSession);

/** Who is signed in, on screens that only those see. */
export function useMe(): Me {
  const now = useSession();
  if (now.state !== 'signed-in') throw new TypeError('Nobody is signed in.');
  return now.me;
}

/** Whether a role is held where a station lies: everywhere, or in an area around it. */
export const covers = ({ roles }: Me, named: Role, station: string): boolean =>
  roles.some(({ role, area, everywhere }) => role === named && (everywhere === true || (area !== undefined && station.startsWith(area))));

export const holds = ({ roles }: Me, ...any: readonly Role[]): boolean => roles.some(({ role }) => any.includes(role));
