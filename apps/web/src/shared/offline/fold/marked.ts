import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';

interface Marked {
  readonly items: readonly Schemas['MarkedEntry'][];
}

const decisions: Readonly<Record<string, 'accepted' | 'dismissed'>> = { 'identity.accept-entry': 'accepted', 'identity.dismiss-entry': 'dismissed' };

/** What was kept apart, decided on as it was said here. */
export function withDecisions(value: unknown, _args: object, waiting: readonly Content[]): Marked {
  const marked = value as Marked;
  const decided = new Map(waiting.map(({ name, body }) => [body['entry'], decisions[name]]));
  return { ...marked, items: marked.items.map((each) => ({ ...each, status: decided.get(each.entry) ?? each.status })) };
}

/** What has been decided here waits for nobody any more. */
export function withCounts(value: unknown, args: object, waiting: readonly Content[]): Schemas['CountedEntries'] {
  const counts = value as Schemas['CountedEntries'];
  const { post } = args as { readonly post?: string };
  const decided = waiting.filter(({ name, body }) => decisions[name] !== undefined && (post === undefined || body['post'] === post)).length;
  return { ...counts, toDecide: Math.max(0, counts.toDecide - decided) };
}
