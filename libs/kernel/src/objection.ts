/** What an objection says about itself: numbers, codes and ids; never a personal value. */
export type Details = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** A reason against a command, found by comparing it with what is known. */
export interface Objection<Code extends string = string> {
  readonly code: Code;
  readonly details: Details;
}

/** A sentence in both languages; `{name}` is replaced by the detail of that name. */
export interface Sentence {
  readonly id: string;
  readonly en: string;
}

/** The closed list of a context's objections, each with what a person reads. */
export type ObjectionCatalogue<Code extends string = string> = Readonly<Record<Code, Sentence>>;

/** Declares a context's objections: `objectionsOf({ 'access.door-full': { id: 'Pintu penuh …', en: … } })`. */
export const objectionsOf = <Code extends `${string}.${string}`>(catalogue: Record<Code, Sentence>): ObjectionCatalogue<Code> => catalogue;
