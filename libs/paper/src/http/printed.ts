import type { QuerySlice } from '#read-models';

/** Something that is printed: its operation, and the query that says for whom it is. */
export interface Printed {
  readonly name: string;
  readonly of: QuerySlice;
}

const known: Printed[] = [];

export const knowPrinted = (printed: Printed): void => void known.push(printed);

/** Everything of this build that is printed, for what is made of all of it: tests of authority. */
export const everythingPrinted = (): readonly Printed[] => known;
