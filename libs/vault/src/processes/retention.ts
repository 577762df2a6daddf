import { Objected, type Telling } from '#cqrs';
import { naturalId, uuidv5, type Clock } from '#kernel';
import { retentionProcess } from '../domain/processes.ts';
import { orderErasure } from '../features/order-erasure/order-erasure.ts';
import { requestErasure } from '../features/request-erasure/request-erasure.ts';
import type { Vault } from '../vault.ts';
import type { Recording } from './erasing-first.ts';

export interface RetentionParts {
  readonly vault: Pick<Vault, 'dueForErasure'>;
  readonly record: Recording;
  readonly clock: Clock;
  /** How long a person is kept after the last of their values, ms. */
  readonly retention: number;
  /** Whether the person may go: not someone who is still inside, or on the watchlist. */
  readonly mayGo: (subject: string) => Promise<boolean>;
}

/** Requests and orders the erasure of everybody whose retention is over; resolves to how many. Holds stand against it. */
export async function eraseAfterRetention({ vault, record, clock, retention, mayGo }: RetentionParts): Promise<number> {
  let ordered = 0;
  const before = clock.now() - retention;
  for (let after = ''; ;) {
    const due = await vault.dueForErasure(before, { after });
    const last = due.at(-1);
    if (!last) return ordered;
    for (const { subject, lastKept } of due) {
      if (!(await mayGo(subject))) continue;
      // What was kept later is another term: a refused request of an earlier term is not its answer.
      const term = naturalId('retention', `${subject}/${lastKept}`);
      const requested = await unlessObjected(() => record(requestErasure, { subject, ground: 'retention-over' }, telling(uuidv5(term, 'request'))));
      if (requested && (await unlessObjected(() => record(orderErasure, { subject }, telling(uuidv5(term, 'order')))))) ordered++;
    }
    after = last.subject;
  }
}

const telling = (commandId: string): Telling => ({ commandId, principal: { kind: 'process', role: retentionProcess }, voice: 'asked' });

async function unlessObjected(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Objected) return false;
    throw error;
  }
}
