import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { personal, text, when } from './text.ts';

type Happening = Schemas['BoxHistoryEntry'];
type Box = Schemas['BoxFound'];
interface Many<T> {
  readonly items: readonly T[];
}

/** What is told of a box by which command, and where it is then; nothing where that stays as it was. */
const facts: Readonly<Record<string, { readonly fact: string; readonly place?: (body: Content['body']) => Partial<Box> & Pick<Box, 'place'> }>> = {
  'pack-box': { fact: 'box-packed', place: ({ warehouse, zone }) => ({ place: 'in-warehouse', warehouse: text(warehouse), zone: text(zone) }) },
  'seal-box': { fact: 'box-sealed' },
  'break-seal': { fact: 'seal-broken' },
  'receive-box': { fact: 'box-received', place: ({ village, dispatch }) => ({ place: 'at-office', village: text(village), dispatch: text(dispatch) }) },
  'hand-box-to-station': { fact: 'box-handed-to-station', place: () => ({ place: 'at-station' }) },
  'return-box': { fact: 'box-returned', place: returned },
  'report-box-loss': { fact: 'box-loss-reported', place: () => ({ place: 'unknown' }) },
};

const factOf = ({ name, body }: Content) =>
  name === 'logistics.load-box' && body['loaded'] === true
    ? { fact: 'box-loaded', place: ({ dispatch }: Content['body']) => ({ place: 'on-truck' as const, dispatch: text(dispatch) }) }
    : facts[name.replace(/^logistics\./, '')];

function returned({ village, warehouse, zone }: Content['body']) {
  if (typeof warehouse !== 'string') return { place: 'at-office' as const, village: text(village) };
  return { place: 'in-warehouse' as const, village: text(village), warehouse, zone: typeof zone === 'string' ? zone : null };
}

/** What was told of a box, with what was told here, in the order in which it happened. */
export function withHistory(value: unknown, args: object, waiting: readonly Content[]): Many<Happening> {
  const { box } = args as { readonly box?: string };
  const history = value as Many<Happening>;
  const here = waiting.filter(({ body }) => body['box'] === box).flatMap(happening);
  return { ...history, items: [...history.items, ...here].sort((one, other) => Date.parse(one.at) - Date.parse(other.at)) };
}

function happening(content: Content, index: number): readonly Happening[] {
  const told = factOf(content);
  if (!told) return [];
  const { body, headers } = content;
  const or = (name: string): string | null => (typeof body[name] === 'string' ? body[name] : null);
  const seals = Array.isArray(body['seals']) ? body['seals'] : [body['seal']];
  const entry: Happening = {
    event: `waiting ${index}`,
    what: `logistics.${told.fact}.v1`,
    of: 'box',
    at: when(content),
    occurredAt: when(content),
    recorded: when(content),
    lateMs: 0,
    dispatch: or('dispatch'),
    warehouse: or('warehouse'),
    zone: or('zone'),
    village: or('village'),
    checkpoint: null,
    reason: or('reason'),
    seals: seals.filter((seal) => typeof seal === 'string'),
    sealed: [],
    differs: [],
    barriers: [],
    belongsTo: null,
    circumstances: personal(body['circumstances']),
    lastSeen: personal(body['lastSeen']),
    by: text(headers['Saksi-Author']),
    role: '',
    voice: 'asked',
    method: null,
    contradicts: [],
  };
  return [entry];
}

const nowhere = { warehouse: null, zone: null, village: null, dispatch: null, truck: null, passed: null, next: null, truckEvent: null, truckSince: null };

/** Where boxes are now, as they were moved by what was told here. What is asked of an instant the server alone answers. */
export function withWhereabouts(value: unknown, args: object, waiting: readonly Content[]): Many<Box> {
  const found = value as Many<Box>;
  if ('at' in args || 'knownAt' in args) return found;
  const ofBox = Map.groupBy(waiting, ({ body }) => body['box']);
  return { ...found, items: found.items.map((box) => ofBox.get(box.box)?.reduce(moved, box) ?? box) };
}

function moved(box: Box, content: Content): Box {
  const told = factOf(content);
  const since = when(content);
  if (!told?.place || (box.since !== null && Date.parse(box.since) > Date.parse(since))) return box;
  const place = told.place(content.body);
  const truck = place.place === 'on-truck' ? ('loading' as const) : null;
  return { ...box, ...nowhere, truck, ...place, event: null, what: `logistics.${told.fact}.v1`, since, knownSince: since };
}
