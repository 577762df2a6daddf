/** A box that stands in the warehouse and is on no run yet. */
export interface BoxAtHand {
  readonly box: string;
  readonly station: string;
  readonly contest: string | null;
}

export interface Heap {
  /** Code of a district or a village. */
  readonly area: string;
  readonly boxes: readonly BoxAtHand[];
}

const district = 6;
const village = 10;

/** The boxes by the first digits of where their stations are. */
function heaps(boxes: readonly BoxAtHand[], digits: number): readonly Heap[] {
  const found = Map.groupBy(boxes, ({ station }) => station.slice(0, digits));
  return [...found].map(([area, ofIt]) => ({ area, boxes: ofIt })).sort((one, other) => one.area.localeCompare(other.area));
}

export const byDistrict = (boxes: readonly BoxAtHand[]): readonly Heap[] => heaps(boxes, district);
export const byVillage = (boxes: readonly BoxAtHand[]): readonly Heap[] => heaps(boxes, village);

/** Where a run with these goes: the village, when there is one; else the district. */
export const destinationOf = (villages: readonly string[]): string | undefined => (villages.length === 1 ? villages[0] : villages[0]?.slice(0, district));
