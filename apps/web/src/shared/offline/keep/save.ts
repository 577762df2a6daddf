import { v7 as uuidv7 } from 'uuid';
import { makeDevice, signNext, type Device } from '../entry/device.ts';
import { seal } from '../entry/seal.ts';
import { asSent, signedBody } from '../entry/signed-body.ts';
import type { Content } from '../entry/content.ts';
import type { Signing } from '../entry/signing.ts';
import { writing, type Keep } from './database.ts';
import type { Entry } from './entry.ts';
import { lock, sessionKey } from './session-key.ts';

export interface ToSave {
  /** The command's id; a new one when absent. */
  readonly id?: string;
  readonly name: string;
  readonly body: object;
  readonly signing: Signing;
  readonly author: string;
  readonly alarm: boolean;
  /** The phone's clock. */
  readonly now: number;
  /** RFC 3339: when it happened, as said; absent: now, by the phone's clock. */
  readonly occurredAt?: string;
  /** Until when an answer is waited for. */
  readonly askedUntil?: number;
  /** The entry that it takes the place of: it goes before everything that came after that one. */
  readonly insteadOf?: Entry;
  readonly serverKey: string;
}

/** One at a time over all tabs: every entry names the one before it. */
const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('saksi.save', work);

/** Signs an entry, seals it and keeps it: on the disk when it resolves. Before that, nothing has happened. */
export const save = (keep: Keep, what: ToSave): Promise<{ entry: Entry; content: Content }> =>
  oneAtATime(async () => {
    const { name, signing, author, alarm, now, askedUntil, serverKey, insteadOf, id = uuidv7({ msecs: now }) } = what;
    const device = await deviceOf(keep, author, now);
    const body = asSent(what.body, signing);
    const occurredAt = what.occurredAt ?? new Date(now).toISOString();
    const { headers, after } = await signNext(device, {
      name,
      commandId: id,
      occurredAt,
      clock: now,
      body: await signedBody(body, { name, id, signing }),
    });
    const content: Content = { name, headers, body };
    const [sealed, own] = await Promise.all([seal(content, id, serverKey), sessionKey(keep).then((key) => lock(key, content))]);
    const entry = {
      id,
      author,
      device: device.id,
      seq: after.lastSeq,
      name,
      stream: streamOf(name, body, signing),
      alarm,
      savedAt: now,
      sealed,
      own,
      state: 'waiting',
      ...(askedUntil !== undefined && { askedUntil }),
    } as const;
    return { entry: await put(keep, entry, { device: after, insteadOf }), content };
  });

/** The entry and the device's place in its sequence: both or neither. */
async function put(keep: Keep, entry: Omit<Entry, 'order'>, { device, insteadOf }: { device: Device; insteadOf: Entry | undefined }): Promise<Entry> {
  const tx = writing(keep, ['entries', 'devices', 'facts']);
  const last = Number((await tx.objectStore('facts').get('order')) ?? 0);
  const order = insteadOf ? rightAfter(insteadOf) : last + 1;
  const ordered = { ...entry, order };
  await Promise.all([
    tx.objectStore('facts').put(Math.max(last, order), 'order'),
    tx.objectStore('devices').put(device),
    tx.objectStore('entries').put(ordered),
    tx.done,
  ]);
  return ordered;
}

/** Between an entry and the one that was saved next; amended again, between that place and the next. */
const rightAfter = ({ order }: Entry): number => (order + Math.floor(order) + 1) / 2;

/** From now on this signs for the account; what the one before has signed stays as it is. */
export const replaceDevice = (keep: Keep, device: Device): Promise<void> =>
  oneAtATime(async () => {
    await keep.put('devices', device);
  });

export async function deviceOf(keep: Keep, account: string, now: number): Promise<Device> {
  const known = await keep.get('devices', account);
  if (known) return known;
  const made = await makeDevice(account, now);
  await keep.put('devices', made);
  return made;
}

/** Which record a command belongs to, as this phone can tell. */
export const streamOf = (name: string, body: object, { writes }: Signing): string => {
  const id = writes && (body as Readonly<Record<string, unknown>>)[writes.field];
  return writes && typeof id === 'string' ? `${writes.kind}-${id}` : name;
};
