import { randomUUID } from 'node:crypto';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ExpectedRevision, NewEvent } from '../port.ts';
import { failureOf } from './failures.ts';
import type { Messages } from './messages.ts';
import type { AppendCall, BatchAppendResp, Wire } from './wire.ts';

/**
 * What one attempt came to. `unknown`: it may have been recorded. `unwritten`: it was not, and the same attempt may work
 * later; `refused`: it was not, and would not be.
 */
export type Attempt =
  | { readonly kind: 'written'; readonly position: bigint }
  | { readonly kind: 'conflict'; readonly actual: number }
  | { readonly kind: 'unwritten' | 'unknown'; readonly why: string }
  | { readonly kind: 'refused' | 'too-large'; readonly why: string };

const connectWithin = 1_000;

type Settle = (attempt: Attempt) => void;

/**
 * The line to the server over which this store's appends go one behind the other: the server takes them in the order of
 * the calls. Its promises are this store's own. A line that breaks leaves what was on it unknown; the next append opens
 * another.
 */
export class AppendLine {
  readonly #wire: Wire;
  readonly #messages: Messages;
  #call: Promise<AppendCall> | undefined;
  #underWay = new Map<string, Settle>();

  constructor(wire: Wire, messages: Messages) {
    this.#wire = wire;
    this.#messages = messages;
  }

  /** Never rejects. Gives up after `within` ms: the line is then cut, for nobody knows what became of what is on it. */
  send(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, within: number): Promise<Attempt> {
    const correlation = randomUUID();
    return new Promise((resolve) => {
      let sent = false;
      const timer = setTimeout(() => {
        settle(sent ? { kind: 'unknown', why: 'The server did not answer in time.' } : { kind: 'unwritten', why: 'The server could not be reached in time.' });
        this.cut('An append before it was not answered in time.');
      }, within);
      const underWay = this.#underWay;
      const settle: Settle = (attempt) => {
        clearTimeout(timer);
        underWay.delete(correlation);
        resolve(attempt);
      };
      this.#open().then(
        (call) => {
          sent = true;
          underWay.set(correlation, settle);
          if (call.destroyed || this.#underWay !== underWay) return settle({ kind: 'unwritten', why: 'The line to the server had just broken.' });
          call.write(this.#messages.append(correlation, stream, events, expected));
        },
        (error: unknown) => settle({ kind: 'unwritten', why: failureOf(error).why }),
      );
    });
  }

  /** Ends the line; everything on it becomes unknown. */
  cut(why: string): void {
    const [call, underWay] = [this.#call, this.#underWay];
    this.#call = undefined;
    this.#underWay = new Map();
    call?.then(
      (open) => open.cancel(),
      () => undefined,
    );
    for (const settle of [...underWay.values()]) settle({ kind: 'unknown', why });
  }

  #open(): Promise<AppendCall> {
    this.#call ??= this.#opened();
    return this.#call;
  }

  #opened(): Promise<AppendCall> {
    const underWay = this.#underWay;
    const broken = (why: string): void => {
      if (this.#underWay === underWay) this.cut(why);
    };
    const opening = this.#wire.openAppends(connectWithin).then((call) =>
      call
        .on('data', (answer: BatchAppendResp) => underWay.get(answer.getCorrelationId()?.getString() ?? '')?.(attemptOf(answer)))
        .on('error', (error: Error) => broken(failureOf(error).why))
        .on('end', () => broken('The server ended the line.')),
    );
    opening.catch(() => {
      if (this.#underWay === underWay) this.#call = undefined;
    });
    return opening;
  }
}

function attemptOf(answer: BatchAppendResp): Attempt {
  const position = answer.getSuccess()?.getPosition();
  if (position) return { kind: 'written', position: BigInt(position.getCommitPosition()) };
  const status = answer.getError();
  const details = status?.getDetails();
  const bytes = details?.getValue_asU8() ?? new Uint8Array(0);
  switch (details?.getTypeName()) {
    case 'event_store.client.WrongExpectedVersion':
      return { kind: 'conflict', actual: actualOf(shared.WrongExpectedVersion.deserializeBinary(bytes)) };
    case 'event_store.client.MaximumAppendSizeExceeded':
      return {
        kind: 'too-large',
        why: `The server takes ${shared.MaximumAppendSizeExceeded.deserializeBinary(bytes).getMaxappendsize()} bytes in one append.`,
      };
    case 'event_store.client.AccessDenied':
      return { kind: 'refused', why: 'EventStoreDB refuses the credentials of SAKSI_EVENTSTOREDB_URL, or what they may do.' };
    case 'event_store.client.StreamDeleted':
      return { kind: 'refused', why: 'The stream was deleted on the server, by other means than Saksi.' };
    default:
      // A time-out on the server, or a server that is starting, busy or no longer the leader: it says so in words only.
      return { kind: 'unknown', why: status?.getMessage() ?? 'The server did not say how the append ended.' };
  }
}

/** -1: the stream does not exist. The server writes that as a revision beyond every real one, or leaves it out. */
function actualOf(conflict: shared.WrongExpectedVersion): number {
  const revision = conflict.hasCurrentStreamRevision() ? Number(conflict.getCurrentStreamRevision()) : -1;
  return Number.isSafeInteger(revision) ? revision : -1;
}
