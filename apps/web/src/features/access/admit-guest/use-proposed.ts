import { useAnswer } from '../../../shared/offline/index.ts';
import { freeBadge } from './free-badge.ts';

interface DoorAndBadge {
  readonly door: string | undefined;
  readonly badge: string | undefined;
}

/**
 * The door and the badge that were chosen, or else the first door that is open and the lowest badge that nobody carries.
 * Each is undefined while it is not known who carries which and what is open: a badge proposed too early is somebody's.
 */
export function useProposed(post: string, { door, badge }: DoorAndBadge): DoorAndBadge {
  const doors = useAnswer('access.doors', { post }).answer?.value.items;
  const inside = useAnswer('access.who-is-inside', { post }).answer?.value.items;
  return {
    door: door ?? doors?.find(({ locked }) => !locked)?.door,
    badge: badge ?? (inside && freeBadge(inside.map((each) => each.badge))),
  };
}
