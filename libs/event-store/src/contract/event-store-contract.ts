import type { EventStore } from '../port.ts';
import { appendingClauses } from './appending.ts';

/** A store on an empty log, as the suite's caller opens it. */
export interface Opened {
  readonly store: EventStore;
  /** Another store on the same log, as after a restart; without the first one's close when `crash` is true. */
  readonly reopen: (crash: boolean) => Promise<EventStore>;
  readonly close: () => Promise<void>;
}

/** Every clause of the port's contract. An adapter's spec calls it; nothing can be left out. */
export function eventStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`the event store's contract: ${name}`, () => {
    let current: Opened;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(() => current.close());
    const opened = (): Opened => current;

    appendingClauses(opened);
  });
}
