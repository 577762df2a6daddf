import { request } from '../api/http.ts';
import { Refused, Unreachable, type Problem } from '../api/problem.ts';
import { currentSession } from '../session/session.ts';
import { deviceNow } from '../time/clock.ts';
import { makeDevice } from './entry/device.ts';
import { unreachable } from './asking.ts';
import { replaceDevice } from './keep/save.ts';
import { withRoom } from './keep/room.ts';
import { keepOf, noteQueue } from './queue.ts';

/** Whether what is signed on this phone for whoever is signed in counts as theirs. */
export async function isEnrolled(): Promise<boolean> {
  const session = currentSession();
  const keep = await keepOf();
  if (!keep || session.state !== 'signed-in') return false;
  return (await keep.get('devices', session.me.account))?.enrolled ?? false;
}

/**
 * Makes a key for whoever is signed in and has the server know it, with the code of their squad leader. A phone that was
 * enrolled before, or whose storage was evicted, becomes another device, whose sequence begins at 1. `full`: it has no room
 * for its key; every screen says so, and a new code is needed once it has.
 */
export async function enrolThisPhone(code: string): Promise<'enrolled' | 'full' | Problem> {
  const session = currentSession();
  const keep = await keepOf();
  if (!keep || session.state !== 'signed-in') return unreachable;
  const device = await makeDevice(session.me.account, deviceNow());
  try {
    const body = { code, device: device.id, publicKey: device.publicKey, algorithm: 'ecdsa-p256' };
    await request('/api/identity/enrol-own-device', { method: 'POST', body });
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    if (error instanceof Unreachable) return unreachable;
    throw error;
  }
  const kept = await withRoom(keep, async () => {
    await replaceDevice(keep, { ...device, enrolled: true });
    return true;
  });
  noteQueue({ keeping: kept ? 'kept' : 'full' });
  return kept ? 'enrolled' : 'full';
}
