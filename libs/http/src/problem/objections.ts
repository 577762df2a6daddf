import type { Details, ObjectionCatalogue, Sentence } from '#kernel';
import { say, type Language } from '../language.ts';

const known = new Map<string, Sentence>();

/** Makes a context's objections readable; called once for each context when the server is composed. */
export function knowObjections(catalogue: ObjectionCatalogue): void {
  for (const [code, sentence] of Object.entries(catalogue)) {
    const before = known.get(code);
    if (before && (before.id !== sentence.id || before.en !== sentence.en))
      throw new TypeError(`The objection "${code}" is declared with two different sentences.`);
    known.set(code, sentence);
  }
}

/** What a person reads; an objection of a context that was not made known is named by its code. */
export const objectionSentence = (code: string): Sentence => known.get(code) ?? { id: `Keberatan: ${code}.`, en: `Objection: ${code}.` };

/** Every objection that was made known, for the API's description. */
export const knownObjections = (): ReadonlyMap<string, Sentence> => known;

export interface SaidObjection {
  readonly code: string;
  readonly message: string;
  readonly details: Details;
}

/** Codes with their details, in the person's words. */
export const saidObjections = (found: ReadonlyMap<string, Details>, language: Language): readonly SaidObjection[] =>
  [...found].map(([code, details]) => ({ code, message: say(objectionSentence(code), language, details), details }));
