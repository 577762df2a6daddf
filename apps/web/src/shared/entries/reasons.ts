import type { Key } from '../language/keys.ts';

/** What to say of a code that an entry gives as its reason; a newer server may give one that this app has no word for. */
export const reasonKey = (code: string): Key | undefined => reasonKeys[code];

const reasonKeys: Readonly<Record<string, Key>> = {
  'no-business-here': 'refusal.no-business-here',
  'identity-doubted': 'refusal.identity-doubted',
  'no-document': 'refusal.no-document',
  'host-declined': 'refusal.host-declined',
  watchlist: 'refusal.watchlist',
  full: 'refusal.full',
  'prohibited-items': 'refusal.prohibited-items',
  intoxicated: 'refusal.intoxicated',
  closed: 'refusal.closed',
  order: 'refusal.order',
  other: 'refusal.other',
  'sorting-day': 'lock.sorting-day',
  night: 'lock.night',
  delivery: 'lock.delivery',
  incident: 'lock.incident',
  maintenance: 'lock.maintenance',
  fire: 'muster.fire',
  leak: 'muster.leak',
  riot: 'muster.riot',
  intrusion: 'muster.intrusion',
  'bomb-threat': 'muster.bomb-threat',
  earthquake: 'muster.earthquake',
  flood: 'muster.flood',
  count: 'muster.count',
  drill: 'muster.drill',
};
