import { whenTooOld } from '../api/http.ts';
import { beforeSigningOut, currentSession, followSession, rememberSessions } from '../session/session.ts';
import { serverNow } from '../time/clock.ts';
import type { Me } from '../api/names.ts';
import { keepApp } from './app-update.ts';
import { startCarrying } from './carrying.ts';
import { remember, remembered } from './keep/answers.ts';
import { withRoom } from './keep/room.ts';
import { destroySessionKey } from './keep/session-key.ts';
import { keepOf, noteQueue, settleKeep, showQueue } from './queue.ts';
import { serverKeyOf } from './server-key.ts';
import { whenQuiet } from './when-quiet.ts';

const me = 'identity.me';

/**
 * Everything that works without a network, from now on: what waits is shown and carried while somebody is signed in;
 * who is signed in is remembered; signing out makes unreadable what was kept for them.
 */
export function startOffline(): void {
  whenTooOld(() => noteQueue({ appTooOld: true }));
  rememberSessions({
    keep(session) {
      void keepSession(session);
    },
    async last() {
      const keep = await keepOf();
      return keep && ((await remembered(keep, me))?.value as Me | undefined);
    },
  });
  beforeSigningOut(async () => {
    const keep = await keepOf();
    if (keep) await destroySessionKey(keep);
  });
  void showQueue();
  // Fetching the whole app for later must not hold up the screen that somebody waits for.
  whenQuiet(() => {
    void keepApp();
    void askToPersist();
  });
  let stop: (() => void) | undefined;
  followSession(() => {
    const signedIn = currentSession().state === 'signed-in';
    if (signedIn) stop ??= startCarrying();
    else {
      stop?.();
      stop = undefined;
    }
  });
}

async function keepSession(session: Me): Promise<void> {
  await settleKeep(async (keep) => {
    // Another person: what was kept for the last one is theirs.
    if ((await keep.get('facts', 'account')) !== session.account) await destroySessionKey(keep);
    const kept = await withRoom(keep, async () => {
      await keep.put('facts', session.account, 'account');
      await remember(keep, me, { value: session, asOf: serverNow() });
      return true;
    });
    if (!kept) noteQueue({ keeping: 'full' });
  });
  const keep = await keepOf();
  // Whoever records asks for it again.
  if (keep) await serverKeyOf(keep).catch(() => undefined);
}

/** The browser is asked not to evict what waits when the disk runs full. */
async function askToPersist(): Promise<void> {
  // Where nothing may be stored, asking for it may be refused as well.
  if ('storage' in navigator) await navigator.storage.persist().catch(() => false);
}
