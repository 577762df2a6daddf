import { EventStoreUnavailable, OutcomeUnknown } from '../errors.ts';
import { refusal } from '../append-rules.ts';
import type { Appended, ExpectedRevision, NewEvent, Receipt } from '../port.ts';
import type { Answer, PostedAppend } from './messages.ts';

/** An append that waits for its answer. */
export class Pending {
  readonly n: number;
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly expected: ExpectedRevision;
  readonly receipt: Receipt | undefined;
  readonly bytes: number;
  /** How often it was posted to a writing thread. */
  posts = 0;
  /** It was posted to a thread that died before answering. */
  doubtful = false;
  #timer: NodeJS.Timeout | undefined;
  #resolve!: (appended: Appended) => void;
  #reject!: (error: Error) => void;
  readonly outcome: Promise<Appended>;

  constructor(n: number, stream: string, events: readonly NewEvent[], expected: ExpectedRevision, receipt: Receipt | undefined, bytes: number) {
    this.n = n;
    this.stream = stream;
    this.events = events;
    this.expected = expected;
    this.receipt = receipt;
    this.bytes = bytes;
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** In so many ms the caller no longer waits. What was posted may still be recorded. */
  expireIn(ms: number, dropped: () => void): void {
    this.#timer = setTimeout(() => {
      if (this.posts === 0) dropped();
      this.giveUp('The time that the caller allowed is over.');
    }, ms);
  }

  posted(): PostedAppend {
    this.posts += 1;
    const { n, stream, expected, receipt, doubtful, events } = this;
    let [ids, types] = ['', ''];
    const lengths: number[] = [];
    for (const { id, type, data, metadata } of events) {
      ids += id;
      types += types === '' ? type : `\n${type}`;
      lengths.push(data.byteLength, metadata.byteLength);
    }
    return { n, stream, expected: expected === 'none' ? -1 : expected, ids, types, lengths, receipt, doubtful };
  }

  answer(answer: Answer): void {
    clearTimeout(this.#timer);
    switch (answer.kind) {
      case 'appended': {
        const { firstRevision, lastRevision, position, repeated } = answer;
        return this.#resolve({ firstRevision, lastRevision, position: BigInt(position), repeated });
      }
      case 'conflict':
      case 'duplicate':
        return this.#reject(refusal(this.stream, this.expected, answer));
      case 'unrecorded':
        return this.#reject(new EventStoreUnavailable(answer.why, answer));
    }
  }

  /** Answers without the log's word: unknown when it was ever posted, else known not to be recorded. */
  giveUp(why: string): void {
    clearTimeout(this.#timer);
    this.#reject(this.posts > 0 ? new OutcomeUnknown(why) : new EventStoreUnavailable(why));
  }
}
