import type { Key } from '../language/keys.ts';
import type { Language, Say } from '../language/language.ts';

export const itemsKnown = [
  'ballot-president',
  'ballot-dpr',
  'ballot-dpd',
  'ballot-dprd-province',
  'ballot-dprd-regency',
  'ink',
  'seal',
  'form-set',
  'punching-tool',
  'booth',
] as const;
export const contestsKnown = ['president', 'dpr', 'dpd', 'dprd-province', 'dprd-regency'] as const;

const facts = [
  'box-handed-to-station',
  'box-loaded',
  'box-loss-reported',
  'box-packed',
  'box-received',
  'box-returned',
  'box-sealed',
  'checkpoint-passed',
  'contradiction-explained',
  'contradiction-noticed',
  'contradiction-settled',
  'damage-reported',
  'delay-reported',
  'delivery-received',
  'dispatch-arrived',
  'dispatch-departed',
  'dispatch-overdue-noticed',
  'dispatch-planned',
  'draw-returned',
  'loading-refused',
  'loss-reported',
  'lot-drawn',
  'lot-inspected',
  'lot-moved',
  'lot-split',
  'quantity-corrected',
  'seal-broken',
  'seal-mismatch-found',
  'stray-box-seen',
  'surplus-destroyed',
] as const;

/** What an item is called; a code that the app does not know is said as it is. */
export function itemName(item: string, t: Say): string {
  const known = itemsKnown.find((each) => each === item);
  return known === undefined ? item : t(`item.${known}`);
}

/** Which election it is for. */
export function contestName(contest: string | null, t: Say): string {
  const known = contestsKnown.find((each) => each === contest);
  return known === undefined ? (contest ?? t('contest.unknown')) : t(`contest.${known}`);
}

/** What happened, by the type of the event. A newer server may tell of something that this app has no word for. */
export function happeningKey(type: string): Key {
  const fact = facts.find((each) => type === `logistics.${each}.v1`);
  return fact === undefined ? 'happening.other' : `happening.${fact}`;
}

/** `276.881` in Indonesian, `276,881` in English. */
export const figure = (quantity: number, language: Language): string => quantity.toLocaleString(language === 'en' ? 'en-GB' : 'id-ID');
