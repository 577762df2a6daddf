import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { personal, text, when } from './text.ts';

type Visit = Schemas['VisitFound'];
type Standing = Pick<Visit, 'status' | 'door' | 'badge' | 'entered' | 'left' | 'exitNotObserved'>;
interface Visits {
  readonly items: readonly Visit[];
}

/** The visits to a post, the latest first, with what was told of them here. */
export function withVisits(value: unknown, args: object, waiting: readonly Content[]): Visits {
  const { post } = args as { readonly post?: string };
  return waiting.reduce<Visits>((visits, content) => step(visits, content, post), value as Visits);
}

function step(visits: Visits, content: Content, post: string | undefined): Visits {
  const { name, body } = content;
  const isHere = visits.items.some(({ visit }) => visit === body['visit']);
  if (name === 'access.report-guest' && body['post'] === post && !isHere) return { ...visits, items: [reported(content), ...visits.items] };
  return { ...visits, items: visits.items.map((visit) => (visit.visit === body['visit'] ? told(visit, content) : visit)) };
}

/** As the server would answer, as far as this phone knows. */
export const reported = (content: Content): Visit => ({
  visit: text(content.body['visit']),
  guest: text(content.body['guest']),
  name: personal(content.body['name']),
  organisation: personal(content.body['organisation']),
  purpose: personal(content.body['purpose']),
  status: 'waiting',
  begun: when(content),
  reported: true,
  lateMs: 0,
  allowedUntil: null,
  door: null,
  badge: null,
  entered: null,
  left: null,
  exitNotObserved: null,
});

/** How a visit stands after what was told of it here. */
export function told<V extends Standing>(visit: V, content: Content): V {
  const { name, body } = content;
  if (name === 'access.admit-guest') {
    return { ...visit, status: 'inside', door: text(body['door']), badge: text(body['badge']), entered: when(content), left: null };
  }
  if (name === 'access.check-out-guest') return { ...visit, status: 'gone', left: when(content), exitNotObserved: null };
  if (name === 'access.record-exit-not-observed') return { ...visit, status: 'exit-not-observed', exitNotObserved: when(content) };
  if (name === 'access.refuse-guest') return { ...visit, status: 'refused' };
  return visit;
}
