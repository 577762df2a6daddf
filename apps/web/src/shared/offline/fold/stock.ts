import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { text } from './text.ts';

type Lot = Schemas['LotFound'];
type Equation = Schemas['EquationFound'];
type Term = Schemas['TermFound'];
interface Lots {
  readonly items: readonly Lot[];
}
interface Equations {
  readonly items: readonly Equation[];
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);
const damagedIn = (value: unknown): number =>
  Array.isArray(value) ? value.reduce<number>((sum, each: { quantity?: unknown }) => sum + count(each.quantity), 0) : 0;

type Posting = Readonly<Partial<Record<Term['term'], number>>>;

/** How much each place gains by a command: what is taken from one is put into another. */
function postingOf({ name, body }: Content): Posting | undefined {
  const quantity = count(body['quantity']);
  switch (name) {
    case 'logistics.receive-delivery':
      return { received: quantity, stock: quantity };
    case 'logistics.inspect-lot': {
      const damaged = damagedIn(body['damaged']);
      return { stock: -damaged, damaged };
    }
    case 'logistics.draw-from-lot':
      return body['condition'] === 'damaged' ? { damaged: -quantity, drawn: quantity } : { stock: -quantity, drawn: quantity };
    case 'logistics.return-draw':
      return { stock: quantity, drawn: -quantity };
    case 'logistics.report-damage':
      return { stock: -quantity, damaged: quantity };
    case 'logistics.report-loss':
      return { stock: -quantity, lost: quantity };
    case 'logistics.correct-quantity': {
      const corrected = body['direction'] === 'more' ? quantity : -quantity;
      return { stock: corrected, corrected };
    }
    default:
      return undefined;
  }
}

/** The lots of a warehouse, as they were received, moved and taken from here. */
export function withStock(value: unknown, args: object, waiting: readonly Content[]): Lots {
  const { warehouse, item } = args as { readonly warehouse?: string; readonly item?: string };
  const ofIt = waiting.filter(({ body }) => body['warehouse'] === warehouse && (item === undefined || body['item'] === item));
  return ofIt.reduce<Lots>(step, value as Lots);
}

function step(lots: Lots, content: Content): Lots {
  const { name, body } = content;
  const lot = text(body['lot']);
  if (name === 'logistics.receive-delivery' && !lots.items.some((each) => each.lot === lot)) return { ...lots, items: [...lots.items, received(content)] };
  if (name === 'logistics.split-lot') return split(lots, content);
  const posting = postingOf(content) ?? {};
  return { ...lots, items: lots.items.map((each) => (each.lot === lot ? changed(each, posting, content) : each)) };
}

const received = ({ body }: Content): Lot => ({
  lot: text(body['lot']),
  item: text(body['item']),
  waybill: text(body['waybill']),
  zone: text(body['zone']),
  quantity: count(body['quantity']),
  damaged: 0,
  short: false,
});

/** What is put apart is a lot at once; in all there is as much as before. */
function split(lots: Lots, content: Content): Lots {
  const { body } = content;
  const [of, into] = [text(body['lot']), text(body['into'])];
  const from = lots.items.find(({ lot }) => lot === of);
  if (!from || lots.items.some(({ lot }) => lot === into)) return lots;
  const part: Lot = { ...from, lot: into, waybill: null, zone: text(body['zone']), quantity: count(body['quantity']), damaged: 0, short: false };
  return { ...lots, items: [...lots.items.map((lot) => (lot.lot === of ? changed(lot, { stock: -part.quantity }, content) : lot)), part] };
}

function changed(lot: Lot, { stock = 0, damaged = 0 }: Posting, { name, body }: Content): Lot {
  if (name === 'logistics.move-lot') return { ...lot, zone: text(body['zone']) };
  if (name === 'logistics.receive-delivery') return lot;
  const left = lot.quantity + stock;
  return { ...lot, quantity: Math.max(0, left), damaged: Math.max(0, lot.damaged + damaged), short: lot.short || left < 0 };
}

/** The equation, with what was posted here; whether it still adds up the server says. */
export function withEquation(value: unknown, args: object, waiting: readonly Content[]): Equations {
  const { warehouse } = args as { readonly warehouse?: string };
  const ofIt = waiting.filter(({ body }) => warehouse === undefined || body['warehouse'] === warehouse);
  const equations = value as Equations;
  return { ...equations, items: equations.items.map((equation) => ofIt.filter(({ body }) => body['item'] === equation.item).reduce(posted, equation)) };
}

function posted(equation: Equation, content: Content): Equation {
  if (content.name === 'logistics.plan-requirement') return planned(equation, count(content.body['quantity']));
  const posting = postingOf(content);
  if (!posting) return equation;
  const after = (term: Term): Term => {
    const gained = posting[term.term] ?? 0;
    return gained === 0 ? term : { ...term, quantity: term.quantity + gained, events: term.events + 1 };
  };
  const surplus = equation.surplus === null ? null : equation.surplus + (posting.received ?? 0);
  return { ...equation, cameIn: equation.cameIn.map(after), isIn: equation.isIn.map(after), surplus };
}

const planned = (equation: Equation, quantity: number): Equation => {
  const received = equation.cameIn.find(({ term }) => term === 'received')?.quantity ?? 0;
  const surplus = equation.planned === null || equation.surplus === null ? received - quantity : equation.surplus + equation.planned - quantity;
  return { ...equation, planned: quantity, surplus };
};
