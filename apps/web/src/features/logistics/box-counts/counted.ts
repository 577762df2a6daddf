import type { Schemas } from '../../../shared/api/names.ts';

export type Counted = Schemas['BoxesCounted'];

/** Where boxes are on their way, from the warehouse to the station. */
export const stops = ['in-warehouse', 'loading', 'under-way', 'arrived', 'at-office', 'at-station'] as const;
export type Stop = (typeof stops)[number] | 'unknown';

export const stopOf = ({ place, truck }: Counted): Stop => (place === 'on-truck' ? (truck ?? 'loading') : place);

/** One place in which boxes of an area are, as both answers have it. */
export interface Compared {
  readonly key: string;
  readonly area: string;
  readonly stop: Stop;
  readonly passed: string | null;
  readonly next: string | null;
  readonly now: number;
  readonly then: number;
}

const keyOf = (counted: Counted): string => [counted.area, stopOf(counted), counted.dispatch, counted.passed, counted.next].join(' ');

/** Both answers line by line: what one of them does not have is none. */
export function compared(now: readonly Counted[], then: readonly Counted[]): readonly Compared[] {
  const lines = new Map<string, Compared>();
  const add = (answer: readonly Counted[], which: 'now' | 'then'): void => {
    for (const counted of answer) {
      const key = keyOf(counted);
      const { area, passed, next } = counted;
      const line = lines.get(key) ?? { key, area, stop: stopOf(counted), passed, next, now: 0, then: 0 };
      lines.set(key, { ...line, [which]: line[which] + counted.boxes });
    }
  };
  add(now, 'now');
  add(then, 'then');
  const order = (line: Compared): number => ['unknown', ...stops].indexOf(line.stop);
  return [...lines.values()].sort((one, other) => one.area.localeCompare(other.area) || order(one) - order(other) || one.key.localeCompare(other.key));
}

/** How many boxes of an area are at each stop. */
export interface OnTheWay {
  readonly area: string;
  readonly at: Readonly<Partial<Record<Stop, number>>>;
  /** The checkpoints between which its trucks are, as `Simpang → Jembatan`. */
  readonly between: readonly (readonly [passed: string | null, next: string | null])[];
}

export function onTheWay(counted: readonly Counted[]): readonly OnTheWay[] {
  return [...Map.groupBy(counted, ({ area }) => area)].map(([area, ofArea]) => {
    const at: Partial<Record<Stop, number>> = {};
    for (const each of ofArea) at[stopOf(each)] = (at[stopOf(each)] ?? 0) + each.boxes;
    const between = new Map(
      ofArea.filter((each) => stopOf(each) === 'under-way').map(({ passed, next }) => [`${passed ?? ''} ${next ?? ''}`, [passed, next] as const]),
    );
    return { area, at, between: [...between.values()] };
  });
}

export const inAll = (counted: readonly Counted[]): number => counted.reduce((sum, { boxes }) => sum + boxes, 0);
