import { v7 as uuidv7 } from 'uuid';
import { request } from '../api/http.ts';
import { pathOf, type CommandBody, type CommandName, type Receipt } from '../api/names.ts';
import { Refused, Unreachable, type Problem } from '../api/problem.ts';
import { rfc3339 } from '../time/say.ts';
import type { Instant } from '../time/clock.ts';
import { notePosition } from './position.ts';

export interface RecordOptions {
  /** The command's id; default a new one. Who repeats a command gives the id of the first time. */
  readonly id?: string;
  /** When it happened, if not now. */
  readonly occurredAt?: Instant;
  /** It can no longer be done differently: it has happened, and is told now. */
  readonly testified?: boolean;
}

/** What became of what a person recorded. Nothing is ever in between: one of these is always shown. */
export type Recorded =
  /** The log has it. `receipt.contradicts` says what stands against it. */
  | { readonly kind: 'recorded'; readonly id: string; readonly receipt: Receipt }
  /** This phone has it, and sends it when it can. */
  | { readonly kind: 'saved'; readonly id: string }
  /** Nobody has it: it was refused, and can be done differently. */
  | { readonly kind: 'refused'; readonly id: string; readonly problem: Problem };

/**
 * Records a command. Resolves as soon as it is safe somewhere, and says where; never rejects because of the network or
 * the server.
 */
export async function record<N extends CommandName>(command: N, body: CommandBody<N>, options: RecordOptions = {}): Promise<Recorded> {
  const id = options.id ?? uuidv7();
  const headers = {
    'Idempotency-Key': id,
    ...(options.occurredAt !== undefined && { 'Saksi-Occurred-At': rfc3339(options.occurredAt) }),
    ...(options.testified === true && { 'Saksi-Voice': 'testified' }),
  };
  try {
    const { body: answer } = await request(pathOf(command), { method: 'POST', headers, body });
    const receipt = answer as Receipt;
    notePosition(receipt.position);
    return { kind: 'recorded', id, receipt };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', id, problem: error.problem };
    if (error instanceof Unreachable) return { kind: 'refused', id, problem: unreachable };
    throw error;
  }
}

const unreachable: Problem = { type: 'urn:saksi:problem:unreachable', title: '', status: 0, detail: '', code: 'unreachable' };
