import { formatWib } from '#kernel';
import type { Instant } from '#kernel';
import type { Distribution } from './scenario/distribution/distribution.ts';
import { warehouse } from './scenario/distribution/warehouse.ts';
import { askedAt } from './scenario/scenario.ts';
import { doorId, posts, regency } from './scenario/places.ts';

const said = (at: Instant): string => formatWib(at).replace('.000', '');
const at = said(askedAt);
const ask = (query: string, args: Readonly<Record<string, string>>): string => `/api/${query}?${new URLSearchParams(args).toString()}`;
const path = (query: string, args: Readonly<Record<string, string>>): string => ask(`access/${query}`, args);
const post = posts.P1.post;

/** Who was inside at 02:13: as we now know it, and as it was known then. */
export const insideNowKnown = path('who-is-inside', { post, at });
export const insideThenKnown = path('who-is-inside', { post, at, knownAt: at });
/** Who passed the door of Gudang B, and when it was locked. */
export const lockedDoor = path('door-log', { post, door: doorId('G-B') });
/** Who was called out when the roof leaked, and who turned up. */
export const leakMuster = path('musters', { post });

/** What came to Kemelak and where it is, at an instant or now. */
export const stockAtKemelak = (instant?: Instant): string =>
  ask('logistics/stock-equation', { warehouse, ...(instant !== undefined && { at: said(instant) }) });

/** What was seen in the zones of the warehouse, and one of the photographs. */
export const conditionsAtKemelak = ask('logistics/condition-log', { warehouse, limit: '500' });
export const zonePhotoOf = (photo: string): string => ask('logistics/zone-photo', { warehouse, photo });

/** What the boxes of the regency hold less of than was planned; of a station, all that was planned. */
export const lackingInBoxes = ask('logistics/planned-contents', { area: regency, lacking: 'true', limit: '500' });
export const plannedAt = (station: string): string => ask('logistics/planned-contents', { area: station });

/** What does not fit and nothing has settled. */
export const standingInRegency = ask('logistics/standing-contradictions', { area: regency, limit: '500' });

/** Where a box on the road was, a few minutes after a checkpoint of which was told hours later. */
export function boxOnTheRoad({ asked: { area, box, at: instant } }: Pick<Distribution, 'asked'>) {
  const args = { area, box: box.id, at: said(instant) };
  return { nowKnown: ask('logistics/box-whereabouts', args), thenKnown: ask('logistics/box-whereabouts', { ...args, knownAt: args.at }) };
}

/** The trucks to the district whose truck was held up, half an hour after its time. */
export const lateTruck = ({ late: { area, at: instant } }: Pick<Distribution, 'late'>): string =>
  ask('logistics/dispatch-board', { area, at: said(instant), knownAt: said(instant) });
