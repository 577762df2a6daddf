import { remembered } from '../device/remembered.ts';

export type Language = 'id' | 'en';

/** Under this name the device remembers which language was chosen. */
export const chosen = 'saksi.language';

/** Indonesian, unless somebody switched on this device. */
export const rememberedLanguage = (): Language => (remembered(chosen) === 'en' ? 'en' : 'id');

/** Every sentence of the screens that open first, in one language; only that one is loaded. */
export const catalogueOf = (language: Language) => (language === 'en' ? import('virtual:words/en') : import('virtual:words/id'));

/** The sentences that come with a part of the app: whoever never opens it does not load them. */
const ofParts = {
  doubts: (language: Language) => (language === 'en' ? import('virtual:words/doubts/en') : import('virtual:words/doubts/id')),
  imports: (language: Language) => (language === 'en' ? import('virtual:words/imports/en') : import('virtual:words/imports/id')),
  warehouse: (language: Language) => (language === 'en' ? import('virtual:words/warehouse/en') : import('virtual:words/warehouse/id')),
};
export type PartWithWords = keyof typeof ofParts;

export const catalogueOfPart = (part: PartWithWords, language: Language) => ofParts[part](language);
