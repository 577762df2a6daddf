import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { personal, text, when } from './text.ts';

type Condition = Schemas['ConditionFound'];
interface Conditions {
  readonly items: readonly Condition[];
}

const hazards = ['rain', 'leak', 'fire-risk', 'pests', 'humidity'] as const satisfies readonly Condition['found'][number][];

/** In what condition zones were found, the latest first, with what was found here. */
export function withConditions(value: unknown, args: object, waiting: readonly Content[]): Conditions {
  const { warehouse } = args as { readonly warehouse?: string };
  const here = waiting.filter(({ name, body }) => name === 'logistics.record-condition-check' && body['warehouse'] === warehouse).map(found);
  const conditions = value as Conditions;
  return { ...conditions, items: [...here.toReversed(), ...conditions.items] };
}

function found(content: Content, index: number): Condition {
  const { body, headers } = content;
  const said: readonly unknown[] = Array.isArray(body['found']) ? body['found'] : [];
  return {
    event: `waiting ${index}`,
    zone: text(body['zone']),
    code: null,
    at: when(content),
    lateMs: 0,
    found: hazards.filter((hazard) => said.includes(hazard)),
    humidity: typeof body['humidity'] === 'number' ? body['humidity'] : null,
    photos: [],
    note: personal(body['note']),
    user: text(headers['Saksi-Author']),
    role: '',
    voice: 'asked',
    contradicts: [],
  };
}
