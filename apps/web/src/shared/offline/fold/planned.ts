import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { text } from './text.ts';

type Planned = Schemas['PlannedBox'];
interface PlannedBoxes {
  readonly items: readonly Planned[];
}

/** Which run each box is planned on, with the runs that were planned here; what another run has first, it keeps. */
export function withPlanned(value: unknown, _: object, waiting: readonly Content[]): PlannedBoxes {
  const boxes = value as PlannedBoxes;
  const runs = waiting.filter(({ name }) => name === 'logistics.plan-dispatch');
  return { ...boxes, items: runs.reduce<readonly Planned[]>(takenBy, boxes.items) };
}

function takenBy(items: readonly Planned[], { body }: Content): readonly Planned[] {
  const named: ReadonlySet<unknown> = new Set(Array.isArray(body['boxes']) ? body['boxes'] : []);
  const run = { dispatch: text(body['dispatch']), destination: text(body['destination']) };
  return items.map((each) => (each.dispatch === null && named.has(each.box) ? { ...each, ...run } : each));
}
