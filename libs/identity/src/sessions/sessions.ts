import { hash, randomBytes } from 'node:crypto';
import { uuidv7, type Clock, type Instant } from '#kernel';
import type { Secrets } from '../secrets/secrets.ts';
import type { StoredSession } from '../secrets/worker/sessions.operations.ts';
import { followOthers } from './follow-others.ts';
import type { Live } from './live.ts';

/** What a session is to the rest of Saksi. `until` is its absolute end; it may end earlier when nobody uses it. */
export interface Session {
  readonly id: string;
  readonly user: string;
  readonly via: 'browser' | 'program';
  readonly createdAt: Instant;
  readonly until: Instant;
}

export interface SessionOptions {
  /** Ends after so long without a request, ms. Default 12 h. */
  readonly idle?: number;
  /** Ends after so long in any case, ms. Default 7 days. */
  readonly absolute?: number;
  /** Sessions of one account at once; the longest unused one ends for a new one. Default 10. */
  readonly perAccount?: number;
  /** How much of the last use may be forgotten by a crash, ms. Default 60 s. */
  readonly touchEvery?: number;
  /**
   * Where several nodes share the sessions: for how long what this node knows of them counts while it cannot hear of
   * their end, ms. Beyond, every request asks the database. Default 10 s.
   */
  readonly unconfirmed?: number;
  /** A use that could not be kept; the session goes on. */
  readonly onTouchFailed?: (error: unknown) => void;
}

export interface SessionStore {
  /** 32 random bytes in base64url, shown once: only their SHA-256 is kept. Durable when it resolves. */
  open(user: string, via: Session['via']): Promise<{ readonly token: string; readonly session: Session }>;
  /** Who a token belongs to, from memory: it stands before every request. */
  resolve(token: string): Session | undefined;
  /**
   * What is to be awaited before `resolve` where other nodes open and end sessions too: asks about a token that this
   * node does not know, or no longer knows for sure. Answers undefined when nothing is to be awaited, rejects with
   * IdentityUnavailable. Absent: there are no other nodes.
   */
  readonly confirm?: (token: string) => Promise<void> | undefined;
  of(user: string): readonly Session[];
  /** Gone at once for every request that follows; durable when it resolves. */
  end(id: string): Promise<void>;
  endAll(user: string, options?: { readonly except?: string }): Promise<number>;
  /** Tells which sessions are over from now on, at once; returns what ends the telling. */
  onEnded(listener: (id: string) => void): () => void;
  /** Everyone who has a session now. */
  users(): ReadonlySet<string>;
  close(): Promise<void>;
}

const digest = (token: string): string => hash('sha256', token);
const tokenLength = 43;

/** All live sessions are held in memory (bounded by accounts × `perAccount`), so that resolving one costs one hash. */
export async function openSessions(secrets: Secrets, clock: Clock, options: SessionOptions = {}): Promise<SessionStore> {
  const {
    idle = 12 * 3_600_000,
    absolute = 7 * 86_400_000,
    perAccount = 10,
    touchEvery = 60_000,
    unconfirmed = 10_000,
    onTouchFailed = () => undefined,
  } = options;
  const { others } = secrets;
  const live = new Map<string, Live>();
  const hashesOf = new Map<string, Set<string>>();
  const listeners = new Set<(id: string) => void>();

  const add = (session: StoredSession): void => {
    live.set(session.hash, { ...session, keptAt: session.seenAt, sureAt: performance.now() });
    const hashes = hashesOf.get(session.user) ?? new Set();
    hashesOf.set(session.user, hashes.add(session.hash));
  };
  const drop = ({ hash: gone, id, user }: Live): void => {
    live.delete(gone);
    const hashes = hashesOf.get(user);
    hashes?.delete(gone);
    if (hashes?.size === 0) hashesOf.delete(user);
    for (const listener of listeners) listener(id);
  };
  const isOver = ({ seenAt, until }: Live, now: Instant): boolean => now >= until || now - seenAt >= idle;
  const all = (user: string): readonly Live[] => [...(hashesOf.get(user) ?? [])].flatMap((each) => live.get(each) ?? []);
  const plain = ({ id, user, via, createdAt, until }: Live | StoredSession): Session => ({ id, user, via, createdAt, until });
  const forgetOver = (sessions: Iterable<Live>, now: Instant): void => {
    for (const session of sessions) if (isOver(session, now)) drop(session);
  };
  const touch = (session: Live): void => {
    session.keptAt = session.seenAt;
    secrets.ask('touchSessions', [{ id: session.id, seenAt: session.seenAt }]).catch(onTouchFailed);
  };

  const isSure = ({ sureAt }: Live): boolean => others === undefined || others.doubt() <= unconfirmed || performance.now() - sureAt <= unconfirmed;

  for (const session of await secrets.ask('liveSessions', clock.now(), clock.now() - idle)) add(session);
  let sweptAt = clock.now();
  const confirming = others && followOthers(others, { live, all, add, drop });

  return {
    async open(user, via) {
      const now = clock.now();
      const everyone = now - sweptAt >= idle;
      if (everyone) sweptAt = now;
      forgetOver(everyone ? [...live.values()] : all(user), now);
      const instead = all(user)
        .toSorted((a, b) => b.seenAt - a.seenAt)
        .slice(perAccount - 1);
      instead.forEach(drop);
      const token = randomBytes(32).toString('base64url');
      const session: StoredSession = { hash: digest(token), id: uuidv7(now), user, via, createdAt: now, seenAt: now, until: now + absolute };
      await secrets.ask(
        'openSession',
        session,
        instead.map(({ id }) => id),
      );
      add(session);
      return { token, session: plain(session) };
    },

    resolve(token) {
      if (token.length !== tokenLength) return undefined;
      const session = live.get(digest(token));
      if (!session || !isSure(session)) return undefined;
      const now = clock.now();
      if (isOver(session, now)) {
        drop(session);
        return undefined;
      }
      session.seenAt = now;
      if (now - session.keptAt >= touchEvery) touch(session);
      return session;
    },

    ...(confirming && {
      confirm: (token: string) => {
        if (token.length !== tokenLength) return undefined;
        const hash = digest(token);
        const session = live.get(hash);
        return session && isSure(session) && !isOver(session, clock.now()) ? undefined : confirming(hash);
      },
    }),

    of: (user) => {
      const now = clock.now();
      return all(user)
        .filter((session) => !isOver(session, now))
        .map(plain);
    },

    async end(id) {
      for (const session of live.values()) if (session.id === id) drop(session);
      await secrets.ask('endSessions', [id]);
    },

    async endAll(user, { except } = {}) {
      const ending = all(user).filter(({ id }) => id !== except);
      ending.forEach(drop);
      if (except === undefined) await secrets.ask('endSessionsOf', user);
      else
        await secrets.ask(
          'endSessions',
          ending.map(({ id }) => id),
        );
      return ending.length;
    },

    onEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    users: () => new Set(hashesOf.keys()),

    async close() {
      const unkept = [...live.values()].filter(({ seenAt, keptAt }) => seenAt > keptAt);
      if (unkept.length > 0)
        await secrets.ask(
          'touchSessions',
          unkept.map(({ id, seenAt }) => ({ id, seenAt })),
        );
    },
  };
}
