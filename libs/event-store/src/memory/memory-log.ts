import type { KeptReceipt, StoredEvent } from '../port.ts';

/** What a memory store holds. It outlives the store, as a file does: open another store on it to "restart". */
export interface MemoryLog {
  readonly events: StoredEvent[];
  readonly streams: Map<string, StoredEvent[]>;
  readonly receipts: Map<string, KeptReceipt>;
}

export const emptyMemoryLog = (): MemoryLog => ({ events: [], streams: new Map(), receipts: new Map() });
