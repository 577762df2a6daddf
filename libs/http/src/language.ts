import type { Details, Sentence } from '#kernel';

/** The languages that Saksi speaks: Indonesian first. */
export type Language = 'id' | 'en';

/** A sentence with its details filled in. A list reads "a, b, c". */
export const say = (sentence: Sentence, language: Language, details: Details = {}): string =>
  sentence[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const detail = details[name];
    if (detail === undefined || detail === null) return place;
    return Array.isArray(detail) ? detail.join(', ') : String(detail);
  });

/** The language a request asks for (RFC 9110 §12.5.4): the better weighted of `id` and `en`, Indonesian when neither is asked for. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'id', weight: 0 };
  for (const range of (acceptLanguage ?? '').slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    if (language !== 'id' && language !== 'en') continue;
    const quality = parameters.map((parameter) => /^\s*q=(\d(?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find((q) => q !== undefined);
    const weight = quality === undefined ? 1 : Number(quality);
    if (weight > best.weight) best = { language, weight };
  }
  return best.language;
}
