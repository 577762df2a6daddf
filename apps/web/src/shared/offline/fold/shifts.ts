import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { text, when } from './text.ts';

type Shift = Schemas['ShiftFound'];
interface Shifts {
  readonly items: readonly Shift[];
}

/** The shifts of a post, the latest first, as they were started, handed over and ended here. */
export function withShifts(value: unknown, args: object, waiting: readonly Content[]): Shifts {
  const { post } = args as { readonly post?: string };
  return waiting.reduce<Shifts>((shifts, content) => step(shifts, content, post), value as Shifts);
}

const accounts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []);

function step(shifts: Shifts, content: Content, post: string | undefined): Shifts {
  const { name, body } = content;
  const shift = text(body['shift']);
  const isHere = shifts.items.some((each) => each.shift === shift);
  if (name === 'access.start-shift' && body['post'] === post && !isHere) {
    const started = { shift, started: when(content), ended: null, running: true, guards: accounts(body['guards']) };
    return { ...shifts, items: [started, ...shifts.items] };
  }
  const change: Partial<Shift> =
    name === 'access.hand-over-shift' ? { guards: accounts(body['to']) } : name === 'access.end-shift' ? { running: false, ended: when(content) } : {};
  return { ...shifts, items: shifts.items.map((each) => (each.shift === shift ? { ...each, ...change } : each)) };
}
