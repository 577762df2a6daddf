import type { CommandBody, Schemas } from '../api/names.ts';
import type { Key } from '../language/keys.ts';

export type Contradiction = Schemas['StandingContradiction'];
export type Explained = CommandBody<'logistics.explain-contradiction'>;

/** Those that people explain. A run past its time says why it is late, or arrives. */
const explainable = [
  'box-on-two-trucks',
  'box-planned-on-two-runs',
  'seal-on-two-boxes',
  'seal-on-two-trucks',
  'seal-on-truck-and-box',
  'seals-not-as-sealed',
  'boxes-not-received',
  'truck-not-as-planned',
  'truck-seals-not-as-departed',
  'quantity-not-as-by-waybill',
  'stock-does-not-add-up',
  'recorded-against-an-objection',
] as const satisfies readonly Explained['what'][];
const kinds = [...explainable, 'dispatch-overdue'] as const;

/** What an explanation names; undefined for what is not explained, or what only a newer app knows. */
export function explainedBy({ area, what, about }: Contradiction): Omit<Explained, 'explanation'> | undefined {
  const kind = explainable.find((each) => each === what);
  return kind && { area, what: kind, about: [...about] };
}

/** A newer server may notice something that this app has no word for. */
export function kindKey(what: string): Key {
  const kind = kinds.find((each) => each === what);
  return kind === undefined ? 'doubt.other' : `doubt.${kind}`;
}

const objections = [
  'arrived-elsewhere',
  'box-already-loaded',
  'box-already-packed',
  'box-for-elsewhere',
  'box-not-at-hand',
  'box-not-at-office',
  'box-not-away',
  'box-not-known',
  'box-not-on-this-run',
  'box-not-sealed',
  'box-of-another-station',
  'box-planned-for-another-run',
  'dispatch-not-arrived',
  'dispatch-not-going',
  'dispatch-not-loading',
  'dispatch-not-under-way',
  'dispatch-to-elsewhere',
  'draw-missing',
  'due-in-the-past',
  'named-not-missing',
  'planned-boxes-missing',
  'seal-not-on-box',
  'seal-used-before',
  'second-signature-needed',
  'warehouse-not-registered',
  'zone-not-known',
  'zone-without-warehouse',
] as const;

/** Which objection, in a few words; undefined for what is no code of one, or of one that the app does not know. */
export function objectionKey(code: string): Key | undefined {
  const known = objections.find((each) => code === `logistics.${each}`);
  return known && `objection.${known}`;
}
