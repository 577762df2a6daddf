import { knownContexts } from '#cqrs';
import { knownEventTypes } from './app.module.ts';

/** A frozen payload, as it lies in a `history` folder. */
export interface FrozenEvent {
  readonly type: string;
  readonly data: object;
}

/**
 * docs/events.md: every event type this build knows with an example of the day it was new and of each time it came to say more, and every objection with its
 * sentences.
 * @throws TypeError for a frozen event that this build does not know
 */
export function eventsDocument(frozen: readonly FrozenEvent[]): string {
  const types = knownEventTypes();
  const stranger = frozen.find(({ type }) => !types.includes(type));
  if (stranger) throw new TypeError(`${stranger.type} has a frozen example, and no stream folds it.`);
  const contexts = [...new Set(types.map(contextOf))].sort();
  return [
    '# Events and objections',
    '',
    'Every type of event that Saksi records, with a frozen example of its data, with another one where it has come to say more, and every objection with what people read. A name that ends in another version is another type; none is ever changed. Personal values stand in no event: 64 hexadecimal digits are a commitment to a value in the vault. This page is made from the code by `npm run docs`.',
    ...contexts.flatMap((context) => ['', `## ${context}`, ...eventsOf(context, types, frozen), ...objectionsOf(context)]),
    '',
  ].join('\n');
}

const contextOf = (type: string): string => type.split('.', 1)[0] ?? type;

function eventsOf(context: string, types: readonly string[], frozen: readonly FrozenEvent[]): readonly string[] {
  return types
    .filter((type) => contextOf(type) === context)
    .sort()
    .flatMap((type) => {
      const kinds = [...knownContexts().values()].flatMap(({ streams }) =>
        streams.filter(({ evolve }) => type in evolve).map(({ kind }) => `\`${kind}-<id>\``),
      );
      const examples = frozen.filter((each) => each.type === type);
      return [
        '',
        `### ${type}`,
        ...(kinds.length > 0 ? ['', `In the stream ${kinds.join(', ')}.`] : []),
        ...examples.flatMap(({ data }) => ['', '```json', JSON.stringify(data, null, 2), '```']),
      ];
    });
}

function objectionsOf(context: string): readonly string[] {
  const objections = Object.entries(knownContexts().get(context)?.objections ?? {});
  if (objections.length === 0) return [];
  const rows = objections.sort(([one], [other]) => (one < other ? -1 : 1)).map(([code, { en, id }]) => `| \`${code}\` | ${cell(en)} | ${cell(id)} |`);
  return ['', `### Objections of ${context}`, '', '| code | English | Indonesian |', '|---|---|---|', ...rows];
}

const cell = (sentence: string): string => sentence.replaceAll('|', '\\|');
