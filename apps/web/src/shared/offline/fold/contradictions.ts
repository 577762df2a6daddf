import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { personal, text, when } from './text.ts';

type Contradiction = Schemas['StandingContradiction'];
interface Contradictions {
  readonly items: readonly Contradiction[];
}

/** What does not fit, with the explanations that wait here. What is asked of an instant the server alone answers. */
export function withExplanations(value: unknown, args: object, waiting: readonly Content[]): Contradictions {
  const found = value as Contradictions;
  const told = waiting.filter(({ name }) => name === 'logistics.explain-contradiction');
  if (told.length === 0 || 'at' in args || 'knownAt' in args) return found;
  return { ...found, items: found.items.map((each) => told.reduce(explained, each)) };
}

function explained(contradiction: Contradiction, content: Content): Contradiction {
  const { body, headers } = content;
  const about = Array.isArray(body['about']) ? body['about'].map(text) : [];
  const isIt = body['what'] === contradiction.what && about.length === contradiction.about.length && about.every((each) => contradiction.about.includes(each));
  if (!isIt) return contradiction;
  const explanation = {
    event: `waiting ${when(content)}`,
    explanation: personal(body['explanation']),
    at: when(content),
    lateMs: 0,
    by: text(headers['Saksi-Author']),
    role: '',
    voice: 'asked',
  };
  return { ...contradiction, explanations: [explanation, ...contradiction.explanations] };
}
