import type { Key } from '../language/keys.ts';

const facts = [
  'card-photographed',
  'door-entered',
  'door-left',
  'door-locked',
  'door-registered',
  'door-unlocked',
  'entry-refused',
  'exit-not-observed',
  'guest-accounted-for',
  'guest-admitted',
  'guest-left',
  'guest-refused',
  'guest-reported',
  'muster-closed',
  'muster-declared',
  'page-transcribed',
  'post-registered',
  'shift-ended',
  'shift-handed-over',
  'shift-started',
  'subjects-merged',
  'visit-corrected',
  'visit-overdue-noticed',
  'watchlist-entry-added',
  'watchlist-entry-removed',
  'watchlist-hit-overridden',
  'contradiction-explained',
  'contradiction-noticed',
  'contradiction-settled',
] as const;

/** What to say of an event's type: `access.guest-left.v1`. A newer server may tell of something that this app has no word for. */
export function whatKey(type: string): Key {
  const fact = facts.find((each) => type === `access.${each}.v1`);
  return fact === undefined ? 'what.other' : `what.${fact}`;
}

/** Which fact a command records first. */
const factOf: Readonly<Record<string, (typeof facts)[number]>> = {
  'access.account-for': 'guest-accounted-for',
  'access.add-to-watchlist': 'watchlist-entry-added',
  'access.admit-guest': 'guest-admitted',
  'access.check-out-guest': 'guest-left',
  'access.close-muster': 'muster-closed',
  'access.correct-visit': 'visit-corrected',
  'access.declare-muster': 'muster-declared',
  'access.end-shift': 'shift-ended',
  'access.explain-contradiction': 'contradiction-explained',
  'access.enter-door': 'door-entered',
  'access.hand-over-shift': 'shift-handed-over',
  'access.leave-door': 'door-left',
  'access.lock-door': 'door-locked',
  'access.merge-subjects': 'subjects-merged',
  'access.photograph-card': 'card-photographed',
  'access.override-watchlist-hit': 'watchlist-hit-overridden',
  'access.record-exit-not-observed': 'exit-not-observed',
  'access.refuse-guest': 'guest-refused',
  'access.register-door': 'door-registered',
  'access.register-post': 'post-registered',
  'access.remove-from-watchlist': 'watchlist-entry-removed',
  'access.report-guest': 'guest-reported',
  'access.start-shift': 'shift-started',
  'access.transcribe-page': 'page-transcribed',
  'access.unlock-door': 'door-unlocked',
};

const ofIdentity: Readonly<Record<string, Key>> = {
  'identity.accept-entry': 'what.entry-accepted',
  'identity.dismiss-entry': 'what.entry-dismissed',
  'identity.issue-enrolment-code': 'what.code-issued',
  'identity.issue-reset-code': 'what.code-issued',
  'identity.revoke-device': 'what.device-revoked',
};

const ofLogistics: Readonly<Record<string, Key>> = {
  'logistics.arrive-dispatch': 'what.truck-arrived',
  'logistics.depart-dispatch': 'what.truck-left',
  'logistics.hand-box-to-station': 'what.box-handed-over',
  'logistics.load-box': 'what.box-before-truck',
  'logistics.receive-box': 'what.box-received',
  'logistics.record-checkpoint': 'what.checkpoint-passed',
  'logistics.record-stray-box': 'what.box-before-truck',
  'logistics.report-delay': 'what.delay-reported',
  'logistics.return-box': 'what.box-returned',
};

/** The type of the event that a command records first; undefined for those of other contexts. */
export function eventOf(command: string): string | undefined {
  const fact = factOf[command];
  return fact === undefined ? undefined : `access.${fact}.v1`;
}

/** What to say of a command by what it records: of `access.check-out-guest`, that somebody left. */
export function commandKey(command: string): Key {
  const fact = factOf[command];
  if (fact !== undefined) return `what.${fact}`;
  return ofIdentity[command] ?? ofLogistics[command] ?? (command.startsWith('logistics.') ? 'what.of-warehouse' : 'what.other');
}
