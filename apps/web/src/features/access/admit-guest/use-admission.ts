import type { CommandBody } from '../../../shared/api/names.ts';
import type { Admission } from './admit-fields.tsx';
import { useProposed } from './use-proposed.ts';

type Ids = Pick<CommandBody<'access.admit-guest'>, 'visit' | 'post' | 'guest'>;

/** The command of an admission, with what was proposed where nothing else was chosen; undefined while a door or a badge is missing. */
export function useAdmission(post: string, admission: Admission): ((ids: Ids) => CommandBody<'access.admit-guest'>) | undefined {
  const { door, badge = '' } = useProposed(post, admission);
  const { secondPerson: user, pin } = admission;
  if (door === undefined || badge.trim() === '') return undefined;
  return (ids) => ({ ...ids, door, badge: badge.trim(), ...(user !== undefined && pin !== '' && { secondPerson: { user, pin } }) });
}
