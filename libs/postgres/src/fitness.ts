import { failureOf } from './failures.ts';
import type { Place } from './place.ts';

/** The oldest PostgreSQL that its makers still looked after when this was written. */
const oldestServer = 14;

/** What a server says of itself: `server_version_num`, the database's encoding, and whether it only reads. */
export interface Found {
  readonly version: number;
  readonly encoding: string;
  readonly standby: boolean;
}

/** Why Saksi cannot use this server, as a sentence a person can act on; undefined when it can. */
export function unfitness({ version, encoding, standby }: Found, place: Place): string | undefined {
  if (version < oldestServer * 10_000)
    return `PostgreSQL at ${place.where} has version ${Math.floor(version / 10_000)}, and Saksi needs ${oldestServer} or newer. Upgrade the server.`;
  if (encoding !== 'UTF8') return `The database "${place.database}" at ${place.where} has the encoding ${encoding}. Make one with: createdb --encoding=UTF8`;
  return standby ? failureOf(Object.assign(new Error(), { code: '25006' }), place)?.why : undefined;
}
