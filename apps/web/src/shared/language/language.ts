import { i18n } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import { rememberOnDevice } from '../device/remembered.ts';
import { catalogueOf, chosen, type Language } from './chosen.ts';
import type { Key } from './keys.ts';

export { rememberedLanguage, type Language } from './chosen.ts';
export type Values = Readonly<Record<string, string | number>>;
/** The sentence of a key, in the language of the moment. */
export type Say = (key: Key, values?: Values) => string;

export const currentLanguage = (): Language => (i18n.locale === 'en' ? 'en' : 'id');

export const say: Say = (key, values) => i18n._(key, values);

/** Only one language is loaded; the other comes when it is asked for. */
export async function speak(language: Language): Promise<void> {
  const { messages } = await catalogueOf(language);
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  rememberOnDevice(chosen, language);
}

const follow = (told: () => void): (() => void) => i18n.on('change', told);

/** The language, and what says a sentence in it; whoever uses it is drawn anew when the language changes. */
export function useWords(): { readonly language: Language; readonly t: Say } {
  const language = useSyncExternalStore(follow, currentLanguage);
  return { language, t: say };
}
