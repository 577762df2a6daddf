import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';

type Door = Schemas['DoorFound'];
interface Doors {
  readonly items: readonly Door[];
}

/** The doors, locked and unlocked as it was said here. */
export const withDoors = (value: unknown, _args: object, waiting: readonly Content[]): Doors => {
  const doors = value as Doors;
  return { ...doors, items: doors.items.map((door) => waiting.reduce(turned, door)) };
};

function turned(door: Door, { name, body, headers }: Content): Door {
  if (body['door'] !== door.door || (name !== 'access.lock-door' && name !== 'access.unlock-door')) return door;
  const locked = name === 'access.lock-door';
  return { ...door, locked, reason: locked ? (body['reason'] as string) : null, since: headers['Saksi-Occurred-At'] ?? door.since };
}
