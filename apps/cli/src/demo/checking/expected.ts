import type { ContradictionKind } from '#access';
import type { GuestName } from '../scenario/guests.ts';

/** How many events of each type the whole night leaves in the log. */
export const expectedEvents: Readonly<Record<string, number>> = {
  'saksi.demonstration-log-opened.v1': 1,
  'processes.process-started.v1': 7,
  'identity.account-opened.v1': 16,
  'identity.role-granted.v1': 18,
  'identity.passphrase-set.v1': 16,
  'identity.pin-set.v1': 4,
  'access.post-registered.v1': 2,
  'access.door-registered.v1': 7,
  'access.door-locked.v1': 4,
  'access.door-unlocked.v1': 2,
  'access.shift-started.v1': 2,
  'access.shift-handed-over.v1': 2,
  'access.shift-ended.v1': 2,
  'access.guest-reported.v1': 61,
  'access.guest-admitted.v1': 55,
  'access.guest-refused.v1': 6,
  'access.guest-left.v1': 54,
  'access.exit-not-observed.v1': 1,
  'access.door-entered.v1': 20,
  'access.entry-refused.v1': 1,
  'access.door-left.v1': 20,
  'access.visit-corrected.v1': 3,
  'access.visit-overdue-noticed.v1': 4,
  'access.watchlist-entry-added.v1': 2,
  'access.watchlist-entry-removed.v1': 1,
  'access.watchlist-hit-overridden.v1': 1,
  'access.subjects-merged.v1': 1,
  'access.page-transcribed.v1': 1,
  'access.muster-declared.v1': 1,
  'access.guest-accounted-for.v1': 7,
  'access.muster-closed.v1': 1,
  'access.contradiction-noticed.v1': 3,
  'access.contradiction-settled.v1': 2,
};

/** What does not fit together in this night, and whether later facts made it fit. */
export const expectedContradictions: readonly { readonly what: ContradictionKind; readonly settled: boolean }[] = [
  { what: 'two-guests-on-one-badge', settled: true },
  { what: 'inside-at-two-posts', settled: true },
  { what: 'entered-through-a-locked-door', settled: false },
];

/** Who was inside Pos 1 at 02:13, in the order in which they had come, as it was known then. */
export const insideAsThenKnown: readonly GuestName[] = ['agus', 'melati', 'hendro', 'rodiah', 'herman', 'lukman'];
/** As we now know it: the roofer, of whom the log learnt three hours later. */
export const insideAsNowKnown: readonly GuestName[] = [...insideAsThenKnown, 'mulyadi'];
