import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';

type Person = Schemas['PersonInside'];
interface Inside {
  readonly items: readonly Person[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Who is inside, with those who were let in and out here and of whom the server has not heard. */
export function withInside(value: unknown, args: object, waiting: readonly Content[]): Inside {
  const { post, door } = args as { readonly post?: string; readonly door?: string };
  return waiting.reduce<Inside>((inside, content) => step(inside, content, waiting, { post, door }), value as Inside);
}

function step(
  inside: Inside,
  { name, body, headers }: Content,
  waiting: readonly Content[],
  of: { post: string | undefined; door: string | undefined },
): Inside {
  const visit = text(body['visit']);
  if (name === 'access.check-out-guest' || name === 'access.record-exit-not-observed') {
    return { ...inside, items: inside.items.filter((person) => person.visit !== visit) };
  }
  const goesIn = name === 'access.admit-guest' && body['post'] === of.post && (of.door === undefined || of.door === body['door']);
  if (!goesIn || inside.items.some((person) => person.visit === visit)) return inside;
  return { ...inside, items: [...inside.items, personOf(body, headers['Saksi-Occurred-At'] ?? '', waiting)] };
}

/** As the server would answer, as far as this phone knows. */
function personOf(body: Content['body'], entered: string, waiting: readonly Content[]): Person {
  const visit = text(body['visit']);
  const reported = waiting.find(({ name, body: { visit: reportedVisit } }) => name === 'access.report-guest' && reportedVisit === visit)?.body;
  const name = reported?.['name'] as { readonly value?: string } | undefined;
  return {
    visit,
    guest: text(body['guest']),
    name: name?.value ?? null,
    door: text(body['door']),
    doorCode: null,
    zone: null,
    inner: false,
    badge: text(body['badge']),
    entered,
    enteredRecorded: entered,
    lateMs: 0,
    insideMs: 0,
    allowedUntil: null,
    exitNotObserved: null,
    contradicts: [],
  };
}
