import type { Me } from '../shared/api/names.ts';
import { holds } from '../shared/session/session.ts';

/** Where this person's work is. */
export function homeOf(me: Me): string {
  if (holds(me, 'guard', 'squad-leader')) return '/post';
  if (holds(me, 'investigator', 'supervisor', 'commander')) return '/rewind';
  if (holds(me, 'admin')) return '/admin';
  return holds(me, 'dispatcher', 'station-officer') ? '/gudang' : '/settings';
}
