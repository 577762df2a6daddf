import { controlled } from '../places.ts';
import type { Login } from '../people.ts';
import { idAt, minute, on } from '../scenario.ts';
import type { Cargo, PlannedBox } from './cargo.ts';
import type { District } from './districts.ts';

/** One way of one truck, to one district. */
export interface Run {
  readonly index: number;
  readonly id: string;
  readonly district: District;
  readonly boxes: readonly PlannedBox[];
  readonly stations: number;
  readonly controller: Login;
  readonly office: Login;
  readonly planned: number;
  readonly loading: number;
  readonly departs: number;
  readonly due: number;
  readonly arrives: number;
}

const runsADay = 9;
const days = ['2024-02-10', '2024-02-11', '2024-02-12'] as const;
/** Between two boxes of one truck. */
export const betweenBoxes = 15_000;

function runOf(district: District, boxes: readonly PlannedBox[], index: number): Run {
  const slot = index % runsADay;
  const day = days[Math.floor(index / runsADay)] ?? '2024-02-12';
  const before = on(day, '00:00') - 5 * 60 * minute + slot * 4 * minute;
  const departs = on(day, '07:50') + slot * 5 * minute;
  const due = departs + 150 * minute;
  const area = ([1, 2, 3] as const).find((key) => controlled[key].some((code) => code === district.code)) ?? 1;
  return {
    index,
    id: idAt(before, 'run', `${district.code} ${index}`),
    district,
    boxes,
    stations: new Set(boxes.map(({ station }) => station.code)).size,
    controller: `padal-${area}`,
    office: `kirim-${area}`,
    planned: before,
    loading: on(day, '06:00') + slot * 2 * minute,
    departs,
    due,
    // The second truck is held up by a flooded road.
    arrives: index === 1 ? due + 190 * minute : departs + 105 * minute,
  };
}

/** The trucks of these districts, the farthest first, each with the boxes of neighbouring stations. */
export function runsFor(chosen: readonly District[], cargo: readonly Cargo[]): readonly Run[] {
  const loads = chosen.toReversed().flatMap((district) => {
    const there = cargo.filter(({ station }) => station.district === district);
    return Array.from({ length: district.trucks }, (_, truck) => {
      const [from, to] = [truck, truck + 1].map((part) => Math.round((part * there.length) / district.trucks));
      return { district, boxes: there.slice(from, to).flatMap(({ boxes }) => boxes) };
    });
  });
  return loads.map(({ district, boxes }, index) => runOf(district, boxes, index));
}

/** A run by its place in the plan. @throws RangeError: the distribution needs two */
export function runAt(runs: readonly Run[], index: number): Run {
  const run = runs[index];
  if (!run) throw new RangeError(`There is no run ${index}.`);
  return run;
}

/** A box of a run by its place on the manifest. */
export function boxAt({ boxes, district }: Run, index: number): PlannedBox {
  const box = boxes.at(index);
  if (!box) throw new RangeError(`The run to ${district.name} has no box ${index}.`);
  return box;
}

export const ofBox = ({ id, station }: PlannedBox) => ({ box: id, station: station.code });
/** One on each of its two doors. */
export const truckSeals = ({ index }: Run): string[] => [1, 2].map((door) => `TRK-${8101 + index * 37}-${door}`);
export const ofRun = ({ id, district }: Run) => ({ dispatch: id, destination: district.code });
/** The offices are in the first village of a district. */
export const officeIn = ({ boxes }: Run): string => boxes.at(-1)?.station.village ?? '';

/** When the truck passes the checkpoint with that place on its road. */
export const passes = ({ departs }: Run, checkpoint: number): number => departs + (8 + checkpoint * 32) * minute;
