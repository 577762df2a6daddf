/** One line of `npm run bench`. `ratio` = value / baseline, both of the same run, alternating; timing never decides a test. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly goal: string;
}

/** The value below which a share of the sorted figures lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** A figure without a baseline: it is held against its goal alone. */
export const alone = (name: string, value: number, unit: string, goal: string): Figure => ({ name, value, unit, baseline: null, ratio: null, goal });
