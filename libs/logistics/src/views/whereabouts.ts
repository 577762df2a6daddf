import { type RawBuilder, sql } from 'kysely';
import { latest } from '#read-models';
import { holds, within, type BothTimes } from './as-of.ts';

/**
 * The boxes of an area (`b`) with where each was at an instant (`p`), how far its truck was (`r`) and which checkpoint that
 * passed next (`n`). Needs the tables of `boxes` and `dispatches`.
 */
export const boxesStanding = (area: string, times: BothTimes): RawBuilder<unknown> => {
  const { knownAt = latest } = times;
  return sql`box b
        left join box_place p on p.subject = b.box and ${holds('p', times)}
        left join run_place r on p.place = 'on-truck' and r.subject = p.dispatch and ${holds('r', times)}
        left join run_place n on r.effective_to is not null and n.subject = r.subject and n.effective_from = r.effective_to and n.known_from <= ${knownAt} and n.known_to > ${knownAt}
      where ${within('b.station', area)} and b.known_from <= ${knownAt}`;
};

/** Where a box can be, in the words of the answers. Not packed yet, and lost, both are: nobody knows. */
export const boxPlaces = ['unknown', 'in-warehouse', 'on-truck', 'at-office', 'at-station'] as const;
export type BoxPlaceFound = (typeof boxPlaces)[number];
export const placeFound = (place: string | null): BoxPlaceFound => boxPlaces.find((each) => each === place) ?? 'unknown';

/** How far the truck is that a box is on. */
export const truckStages = ['loading', 'under-way', 'arrived'] as const;
