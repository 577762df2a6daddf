/** A box that stands in the warehouse and is on no run yet. */
export interface BoxAtHand {
  readonly box: string;
  readonly station: string;
  readonly contest: string | null;
}

export interface Heap {
  /** Code of the village. */
  readonly area: string;
  readonly boxes: readonly BoxAtHand[];
}

const district = 6;
const village = 10;

/** The boxes by the village of their stations. */
export function byVillage(boxes: readonly BoxAtHand[]): readonly Heap[] {
  const found = Map.groupBy(boxes, ({ station }) => station.slice(0, village));
  return [...found].map(([area, ofIt]) => ({ area, boxes: ofIt })).sort((one, other) => one.area.localeCompare(other.area));
}

/** Where a run with these goes: the village, when there is one; else the district. */
export const destinationOf = (villages: readonly string[]): string | undefined => (villages.length === 1 ? villages[0] : villages[0]?.slice(0, district));

interface Planned {
  readonly box: string;
  /** The run that is to carry it and has not left. */
  readonly dispatch: string | null;
}

/** Those that no run is planned to carry yet: a box is brought once. */
export function onNoRun<B extends BoxAtHand>(boxes: readonly B[], planned: readonly Planned[]): readonly B[] {
  const taken = new Set(planned.filter(({ dispatch }) => dispatch !== null).map(({ box }) => box));
  return boxes.filter(({ box }) => !taken.has(box));
}
