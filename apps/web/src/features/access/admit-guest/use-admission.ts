import type { CommandBody } from '../../../shared/api/names.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { firstOpen, type Admission } from './admit-fields.tsx';
import { freeBadge } from './free-badge.ts';

type Ids = Pick<CommandBody<'access.admit-guest'>, 'visit' | 'post' | 'guest'>;

/** The command of an admission, with what was proposed where nothing else was chosen; undefined while a door is missing. */
export function useAdmission(post: string, admission: Admission): (ids: Ids) => CommandBody<'access.admit-guest'> | undefined {
  const doors = useAnswer('access.doors', { post });
  const inside = useAnswer('access.who-is-inside', { post });
  const door = admission.door ?? firstOpen(doors.answer?.value.items ?? []);
  const badge = (admission.badge ?? freeBadge(inside.answer?.value.items.map((each) => each.badge) ?? [])).trim();
  const { secondPerson: user, pin } = admission;
  return (ids) =>
    door === undefined || badge === '' ? undefined : { ...ids, door, badge, ...(user !== undefined && pin !== '' && { secondPerson: { user, pin } }) };
}
