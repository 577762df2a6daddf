import type { ContradictionKind } from '#access';
import type { BoxContradictionKind } from '#logistics';
import { cargoFor } from '../scenario/distribution/cargo.ts';
import { plansOf } from '../scenario/distribution/contents.ts';
import type { District } from '../scenario/distribution/districts.ts';
import { allStations } from '../scenario/distribution/stations.ts';
import type { GuestName } from '../scenario/guests.ts';

/** How many events of each type the night leaves in the log, and who is told of before it. */
const ofTheNight: Readonly<Record<string, number>> = {
  'saksi.demonstration-log-opened.v1': 1,
  'processes.process-started.v1': 8,
  'identity.account-opened.v1': 24,
  'identity.role-granted.v1': 46,
  'identity.passphrase-set.v1': 24,
  'identity.pin-set.v1': 7,
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

/** How many the distribution to these districts leaves. */
function ofTheDistribution(chosen: readonly District[]): Readonly<Record<string, number>> {
  const stations = chosen.reduce((sum, district) => sum + district.stations, 0);
  const boxes = 5 * stations;
  const runs = chosen.reduce((sum, { trucks }) => sum + trucks, 0);
  // Every fifth truck, but for the last, has two wrong boxes before it; one box is scanned twice, one has no seal.
  const refused = 2 * Math.ceil((runs - 1) / 5) + 2;
  // The ballots that replaced the spoilt are drawn beside others for the last stations of the plan, those of Muara Jaya.
  const replaced = chosen.some(({ name }) => name === 'Muara Jaya') ? 32 : 0;
  return {
    // The list is of the whole regency.
    'deployment.station-registered.v1': allStations.length,
    'logistics.warehouse-registered.v1': 1,
    'logistics.zone-added.v1': 8,
    'logistics.requirement-planned.v1': 10,
    'logistics.delivery-received.v1': 61,
    'logistics.lot-inspected.v1': 44,
    // Ballots and four more items for each station; booths for each truck; what burns, good and damaged; ink for a training.
    'logistics.lot-drawn.v1': 9 * stations + replaced + runs + 16 + 1,
    'logistics.draw-returned.v1': 1,
    'logistics.lot-split.v1': 1,
    'logistics.lot-formed.v1': 1,
    'logistics.loss-reported.v1': 1,
    'logistics.quantity-corrected.v1': 2,
    'logistics.condition-checked.v1': 36,
    'logistics.hazard-found.v1': 3,
    'logistics.zone-photographed.v1': 3,
    'logistics.damage-reported.v1': 2,
    'logistics.lot-moved.v1': 2,
    // Each box once, and those of one station again.
    'logistics.box-planned.v1': plansOf(cargoFor(chosen)),
    'logistics.box-packed.v1': boxes,
    'logistics.box-sealed.v1': boxes + 1,
    'logistics.seal-broken.v1': 2,
    'logistics.dispatch-planned.v1': runs,
    'logistics.box-loaded.v1': boxes + 1,
    'logistics.loading-refused.v1': refused,
    'logistics.dispatch-departed.v1': runs,
    'logistics.checkpoint-passed.v1': 3 * runs,
    'logistics.dispatch-overdue-noticed.v1': 1,
    'logistics.delay-reported.v1': 1,
    'logistics.dispatch-arrived.v1': runs,
    'logistics.box-received.v1': boxes,
    'logistics.seal-mismatch-found.v1': 2,
    'logistics.box-loss-reported.v1': 1,
    'logistics.box-returned.v1': 1,
    'logistics.box-handed-to-station.v1': boxes,
    'logistics.surplus-destroyed.v1': 1,
    'logistics.contradiction-noticed.v1': 10,
    'logistics.contradiction-settled.v1': 3,
  };
}

/** How many events of each type the whole story leaves in the log. */
export const expectedEvents = (chosen: readonly District[]): Readonly<Record<string, number>> => ({ ...ofTheNight, ...ofTheDistribution(chosen) });

/** A kind of contradiction, how many of it are noticed, and how many later facts settle. */
interface ExpectedContradictions {
  readonly what: ContradictionKind | BoxContradictionKind;
  readonly noticed: number;
  readonly settled: number;
}

/** What does not fit together: three in the night, then what came short, two boxes with other seals and one that was told on two trucks. */
export const expectedContradictions: readonly ExpectedContradictions[] = [
  { what: 'two-guests-on-one-badge', noticed: 1, settled: 1 },
  { what: 'inside-at-two-posts', noticed: 1, settled: 1 },
  { what: 'entered-through-a-locked-door', noticed: 1, settled: 0 },
  { what: 'quantity-not-as-by-waybill', noticed: 3, settled: 1 },
  { what: 'boxes-not-received', noticed: 1, settled: 1 },
  { what: 'truck-not-as-planned', noticed: 1, settled: 0 },
  { what: 'seals-not-as-sealed', noticed: 2, settled: 1 },
  { what: 'box-on-two-trucks', noticed: 1, settled: 0 },
  { what: 'recorded-against-an-objection', noticed: 2, settled: 0 },
];

/** Who was inside Pos 1 at 02:13, in the order in which they had come, as it was known then. */
export const insideAsThenKnown: readonly GuestName[] = ['agus', 'melati', 'hendro', 'rodiah', 'herman', 'lukman'];
/** As we now know it: the roofer, of whom the log learnt three hours later. */
export const insideAsNowKnown: readonly GuestName[] = [...insideAsThenKnown, 'mulyadi'];
