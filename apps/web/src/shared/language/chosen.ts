import { remembered } from '../device/remembered.ts';

export type Language = 'id' | 'en';

/** Under this name the device remembers which language was chosen. */
export const chosen = 'saksi.language';

/** Indonesian, unless somebody switched on this device. */
export const rememberedLanguage = (): Language => (remembered(chosen) === 'en' ? 'en' : 'id');

/** Every sentence in one language; only that one is loaded. */
export const catalogueOf = (language: Language) => (language === 'en' ? import('virtual:words/en') : import('virtual:words/id'));
