import { i18n } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import { rememberOnDevice } from '../device/remembered.ts';
import { catalogueOf, catalogueOfPart, chosen, rememberedLanguage, type Language, type PartWithWords } from './chosen.ts';
import type { Key } from './keys.ts';

export { rememberedLanguage, type Language } from './chosen.ts';
export type Values = Readonly<Record<string, string | number>>;
/** The sentence of a key, in the language of the moment. */
export type Say = (key: Key, values?: Values) => string;

export const currentLanguage = (): Language => (i18n.locale === 'en' ? 'en' : 'id');

export const say: Say = (key, values) => i18n._(key, values);

/** The parts of the app that were opened, whose sentences are spoken, too. */
const opened = new Set<PartWithWords>();

/** Loads what a part of the app says, before it is opened. */
export async function learnWords(part: PartWithWords): Promise<void> {
  opened.add(part);
  const language = i18n.locale === '' ? rememberedLanguage() : currentLanguage();
  i18n.load(language, (await catalogueOfPart(part, language)).messages);
}

/** Only one language is loaded; the other comes when it is asked for. */
export async function speak(language: Language): Promise<void> {
  const catalogues = await Promise.all([catalogueOf(language), ...[...opened].map((part) => catalogueOfPart(part, language))]);
  for (const { messages } of catalogues) i18n.load(language, messages);
  i18n.activate(language);
  document.documentElement.lang = language;
  rememberOnDevice(chosen, language);
}

const follow = (told: () => void): (() => void) => i18n.on('change', told);

/** The language, and what says a sentence in it; whoever uses it is drawn anew when the language changes. */
export function useWords(): { readonly language: Language; readonly t: Say } {
  const language = useSyncExternalStore(follow, currentLanguage);
  return { language, t: say };
}
