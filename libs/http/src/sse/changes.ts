/** Which row of which projection changed: never what it says. */
export interface Change {
  /** The kind of change, `changed`: a word of letters, digits, `.` and `-`. */
  readonly event: string;
  readonly data: object;
}

/** Everything that one position of the log changed. A reader resumes behind a position, never in the middle of one. */
export interface Changes {
  readonly position: bigint;
  readonly changes: readonly Change[];
}

/** Where changes come from: those after a position (undefined: from now on), in order, until the signal aborts. */
export type ChangeSource = (after: bigint | undefined, signal: AbortSignal) => AsyncIterable<Changes>;

export interface Subscription {
  /** Whose stream it is: streams are counted by it. */
  readonly session: string;
  readonly source: ChangeSource;
  /** Asked for every change, at the moment it would be sent: rights change. */
  readonly mayRead: (change: Change) => boolean | Promise<boolean>;
  /** Whether the session still holds; asked before every batch and at every heartbeat. Default: it does. */
  readonly stillOpen?: () => boolean | Promise<boolean>;
}
