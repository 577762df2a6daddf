/** What becomes of one append: nothing unusual, or one of the ways in which a server or the way to it may fail. */
export type AppendFault =
  | 'none'
  /** Written, and never answered. */
  | 'no-answer'
  /** Not written, and never answered. */
  | 'lost'
  /** Written, and answered after a while. */
  | 'late'
  /** The line breaks before it was written, or after. */
  | 'cut-before'
  | 'cut-after'
  /** Written or not, the server says that its own time was over. */
  | 'timeout-before'
  | 'timeout-after'
  | 'not-leader'
  | 'not-ready'
  /** Another writer was faster: an event that nobody here asked for stands where this one was to go. */
  | 'overtaken'
  | 'denied';

export type ReadFault = 'none' | 'no-answer' | 'cut' | 'not-leader' | 'denied';

/** What becomes of one event on its way to a subscriber. */
export type SubscriptionFault = 'none' | 'cut' | 'silent' | 'again';

/** The knobs of the double: each is asked for every call or event. */
export interface Faults {
  append(): AppendFault;
  read(): ReadFault;
  subscription(): SubscriptionFault;
  /** Where a checkpoint after a batch lies: before its last event, at it, or none is sent. */
  checkpoint(): 'none' | 'before' | 'at';
  /** How long a late answer takes, ms. */
  readonly lateness: number;
  /** How long the server takes to pass over one record that a filter leaves out, ms. */
  readonly passing: number;
}

export const noFaults: Faults = {
  append: () => 'none',
  read: () => 'none',
  subscription: () => 'none',
  checkpoint: () => 'at',
  lateness: 30,
  passing: 0,
};
