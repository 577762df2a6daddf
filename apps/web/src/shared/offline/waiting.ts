import { useQueue } from './queue.ts';

/** What this phone keeps and has not yet been able to send, in numbers. */
export interface Waiting {
  readonly entries: number;
  /** Refused after the fact: a person has to decide. */
  readonly toDecide: number;
  readonly keeping: 'kept' | 'nothing' | 'full';
  readonly appTooOld: boolean;
}

export function useWaiting(): Waiting {
  const { open, keeping, appTooOld } = useQueue();
  const toDecide = open.filter(({ state }) => state === 'to-decide').length;
  return { entries: open.length - toDecide, toDecide, keeping, appTooOld };
}
