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
  const photos = new Set(waiting.filter(isPhotograph).map(({ body }) => text(body['photo'])));
  const items = [...here.toReversed(), ...conditions.items].map((each) =>
    photos.size === 0 ? each : { ...each, photosKept: each.photos.filter((photo) => photos.has(photo) || each.photosKept.includes(photo)) },
  );
  return { ...conditions, items };
}

/** A photograph that was taken here and waits to be brought; whoever took it looks at their own. */
export function zoneTakenHere(args: object, waiting: readonly Content[]): Schemas['ZonePhoto'] | undefined {
  const { warehouse, photo } = args as { readonly warehouse?: string; readonly photo?: string };
  const taken = waiting.find((content) => isPhotograph(content) && content.body['warehouse'] === warehouse && content.body['photo'] === photo);
  return taken && { zone: text(taken.body['zone']), zonePhoto: personal(taken.body['zonePhoto']), taken: when(taken) };
}

const isPhotograph = ({ name }: Content): boolean => name === 'logistics.photograph-zone';

function found(content: Content, index: number): Condition {
  const { body, headers } = content;
  const said = listed(body['found']);
  return {
    event: `waiting ${index}`,
    zone: text(body['zone']),
    code: null,
    at: when(content),
    lateMs: 0,
    found: hazards.filter((hazard) => said.includes(hazard)),
    humidity: typeof body['humidity'] === 'number' ? body['humidity'] : null,
    photos: listed(body['photos']).map(text),
    photosKept: [],
    note: personal(body['note']),
    user: text(headers['Saksi-Author']),
    role: '',
    voice: 'asked',
    contradicts: [],
  };
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
