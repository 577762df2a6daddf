import type { Key } from '../language/keys.ts';

const facts = [
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
  'contradiction-noticed',
  'contradiction-settled',
] as const;

/** What to say of an event's type: `access.guest-left.v1`. A newer server may tell of something that this app has no word for. */
export function whatKey(type: string): Key {
  const fact = facts.find((each) => type === `access.${each}.v1`);
  return fact === undefined ? 'what.other' : `what.${fact}`;
}
