/** What this phone keeps and has not yet been able to send. */
export interface Waiting {
  readonly entries: number;
}

const nothing: Waiting = { entries: 0 };

export const useWaiting = (): Waiting => nothing;
