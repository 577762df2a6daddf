import { event } from '#kernel';
import type { CoSignature, Instant, Sealed } from '#kernel';

/** `none`: no document was shown. */
export const identityTypes = ['ktp', 'sim', 'passport', 'kitas', 'service-card', 'press-card', 'other', 'none'] as const;
export type IdentityType = (typeof identityTypes)[number];

export const refusalReasons = [
  'no-business-here',
  'identity-doubted',
  'no-document',
  'host-declined',
  'watchlist',
  'full',
  'prohibited-items',
  'intoxicated',
  'closed',
  'order',
  'other',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What keeps a guest who is inside from passing an inner door. */
export const barriers = ['door-locked', 'door-full', 'second-person-needed'] as const;
export type Barrier = (typeof barriers)[number];

/** Every fact of a visit says whose and where it is, so that each can be understood alone, in whatever order they arrive. */
interface OfVisit {
  post: string;
  guest: string;
}

/** The second person's consent at a two-person door: who, and by which means. */
interface Confirmed {
  confirmedBy?: string;
  confirmedThrough?: CoSignature['method'];
}

interface Particulars {
  name: Sealed;
  identityType: IdentityType;
  identityNumber?: Sealed;
  organisation?: Sealed;
  purpose: Sealed;
  host?: Sealed;
  vehicle?: Sealed;
  items?: Sealed;
  allowedUntil: Instant;
}

interface Passage {
  entered: Instant;
  left: Instant;
  door: string;
  badge: string;
}

export const guestReported = event('access.guest-reported.v1')<OfVisit & Particulars>();
export const guestAdmitted = event('access.guest-admitted.v1')<OfVisit & Confirmed & { door: string; badge: string; escort?: string }>();
export const guestRefused = event('access.guest-refused.v1')<OfVisit & { reason: RefusalReason; note?: Sealed }>();
export const doorEntered = event('access.door-entered.v1')<OfVisit & Confirmed & { door: string }>();
export const entryRefused = event('access.entry-refused.v1')<OfVisit & Confirmed & { door: string; barriers: readonly Barrier[] }>();
export const doorLeft = event('access.door-left.v1')<OfVisit & { door: string }>();
export const guestLeft = event('access.guest-left.v1')<OfVisit>();
/** Nobody saw the guest go, and they are not there. When they went stays unknown until someone testifies. */
export const exitNotObserved = event('access.exit-not-observed.v1')<OfVisit & { lastSeen?: Instant; note?: Sealed }>();
/** What is there replaces what was recorded; what is absent stands. `entered`, `door`, `badge` are of the last admission, `left` of the last exit. */
export const visitCorrected = event('access.visit-corrected.v1')<OfVisit & { reason: Sealed } & Partial<Particulars & Passage>>();
/** A squad leader knows of these watchlist entries and lets the guest in. */
export const watchlistHitOverridden = event('access.watchlist-hit-overridden.v1')<OfVisit & { entries: readonly string[]; reason: Sealed }>();
/** The card that the guest showed, photographed: a commitment to the picture, which is in the vault. */
export const cardPhotographed = event('access.card-photographed.v1')<OfVisit & { cardPhoto: Sealed }>();
export const visitOverdueNoticed = event('access.visit-overdue-noticed.v1')<OfVisit & { allowedUntil: Instant }>();

export type VisitEvent = ReturnType<
  | typeof guestReported
  | typeof guestAdmitted
  | typeof guestRefused
  | typeof doorEntered
  | typeof entryRefused
  | typeof doorLeft
  | typeof guestLeft
  | typeof exitNotObserved
  | typeof visitCorrected
  | typeof watchlistHitOverridden
  | typeof cardPhotographed
  | typeof visitOverdueNoticed
>;
