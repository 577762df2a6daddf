import { request } from '../api/http.ts';
import { Refused, Unreachable, type Problem } from '../api/problem.ts';
import { currentSession } from '../session/session.ts';
import { deviceNow } from '../time/clock.ts';
import { makeDevice, type Device } from './entry/device.ts';
import { unreachable } from './asking.ts';
import { replaceDevice } from './keep/save.ts';
import { withRoom } from './keep/room.ts';
import { keepOf, noteQueue } from './queue.ts';

/** The device as which this phone signs for whoever is signed in, once the server has been told of it: what it signs counts as theirs. */
export async function enrolledDevice(): Promise<Device | undefined> {
  const session = currentSession();
  const keep = await keepOf();
  if (!keep || session.state !== 'signed-in') return undefined;
  const device = await keep.get('devices', session.me.account);
  return device?.enrolled ? device : undefined;
}

/**
 * Makes a key for whoever is signed in and has the server know it, with the code of their squad leader. A phone that was
 * enrolled before, or whose storage was evicted, becomes another device, whose sequence begins at 1. `full`: it has no room
 * for its key; every screen says so, and a new code is needed once it has. `replaces`: the device that this one takes the
 * place of; what this phone itself has signed as that one and not brought yet is believed all the same.
 */
export async function enrolThisPhone(code: string, replaces?: string): Promise<'enrolled' | 'full' | Problem> {
  const session = currentSession();
  const keep = await keepOf();
  if (!keep || session.state !== 'signed-in') return unreachable;
  const device = await makeDevice(session.me.account, deviceNow());
  try {
    const before = await enrolledDevice();
    const body = {
      code,
      device: device.id,
      publicKey: device.publicKey,
      algorithm: 'ecdsa-p256',
      ...(replaces !== undefined && { replaces }),
      ...(replaces !== undefined && before?.id === replaces && { replacedSeq: before.lastSeq }),
    };
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
