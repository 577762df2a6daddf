/** What was told of a visit's whereabouts, one row an event: the evidence that stays are made of. */
export interface MoveTable {
  visit: string;
  revision: number;
  kind: 'in' | 'out' | 'unobserved' | 'corrected';
  /** The inner door; NULL at the gate. */
  inner_door: string | null;
  door: string | null;
  badge: string | null;
  at: number;
  /** What a correction says. */
  entered: number | null;
  left: number | null;
  post: string;
  guest: string;
  recorded: number;
  contradicts: string | null;
}

/** A stay of a visit behind a door, as it was believed between `known_from` and `known_to`. */
export interface StayTable {
  visit: string;
  /** Of the event by which it began. */
  revision: number;
  /** Of the event by which it came to be believed. */
  version: number;
  /** 1: behind an inner door, and therefore also inside the gate. */
  is_inner: number;
  post: string;
  guest: string;
  door: string;
  badge: string | null;
  entered: number;
  entered_recorded: number;
  /** The objections that stood against a testified entry, as a JSON list. */
  contradicts: string | null;
  left: number | null;
  /** From when the exit was known; before, the stay was believed to go on. */
  left_known: number | null;
  left_recorded: number | null;
  /** When the guest was found gone without anyone having seen them go: the stay's end is unknown. */
  unobserved: number | null;
  known_from: number;
  known_to: number;
  /** Which of `spans` bounds how long after `entered` this row can still count. */
  span: number;
}

export interface Presence {
  move: MoveTable;
  stay: StayTable;
}
