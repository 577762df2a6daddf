import { IdentityUnavailable } from '../secrets/errors.ts';
import type { Others } from '../secrets/others.ts';
import type { StoredSession } from '../secrets/worker/sessions.operations.ts';
import type { Live } from './live.ts';

/** The sessions of this node's memory. */
interface Known {
  readonly live: ReadonlyMap<string, Live>;
  readonly all: (user: string) => readonly Live[];
  readonly add: (session: StoredSession) => void;
  readonly drop: (session: Live) => void;
}

/** Tokens that are asked about at once; whoever sends more unknown ones is told to come back. */
const mostAsked = 200;

/**
 * Keeps this node's memory as the other nodes change the sessions, and returns what asks about one: the session is in
 * the memory afterwards, or it is not a session.
 */
export function followOthers(others: Others, { live, all, add, drop }: Known): (hash: string) => Promise<void> {
  const asking = new Map<string, Promise<void>>();

  const learn = (session: StoredSession): void => {
    const known = live.get(session.hash);
    if (!known) return add(session);
    known.seenAt = Math.max(known.seenAt, session.seenAt);
    known.sureAt = performance.now();
  };
  const end = (ended: (session: Live) => boolean): void => [...live.values()].filter(ended).forEach(drop);

  const ask = async (hash: string): Promise<void> => {
    const session = await others.find(hash);
    const known = live.get(hash);
    if (session) learn(session);
    else if (known) drop(known);
  };

  others.follow({
    heard: ({ opened, ended = [], endedOf, seen }, own) => {
      if (ended.length > 0) end(({ id }) => ended.includes(id));
      if (endedOf !== undefined) all(endedOf).forEach(drop);
      // What this node opened itself it knows, and it may have ended since.
      if (opened && !own) learn(opened);
      if (seen && !own) for (const session of live.values()) if (session.id === seen.id) session.seenAt = Math.max(session.seenAt, seen.seenAt);
    },
    reread: (sessions, since) => {
      const stored = new Map(sessions.map((session) => [session.hash, session]));
      // What was opened here while they were read is not among them.
      end(({ hash, sureAt }) => !stored.has(hash) && sureAt < since);
      for (const session of stored.values()) learn(session);
    },
  });

  return (hash) => {
    const under = asking.get(hash);
    if (under) return under;
    if (asking.size >= mostAsked) return Promise.reject(new IdentityUnavailable('too many sessions are asked about at once', 'POSTGRES'));
    const asked = ask(hash).finally(() => asking.delete(hash));
    asking.set(hash, asked);
    return asked;
  };
}
