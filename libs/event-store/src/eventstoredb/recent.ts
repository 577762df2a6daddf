import type { StoredEvent } from '../port.ts';

export interface Taken {
  readonly events: readonly StoredEvent[];
  /** How far they go. */
  readonly through: bigint;
}

/** What came last, bounded: for those who are about as far as everybody. */
export class Recent {
  readonly #most: { readonly events: number; readonly bytes: number };
  #events: StoredEvent[] = [];
  #bytes = 0;
  #since: bigint;
  #through: bigint;

  constructor(position: bigint, most: { readonly events: number; readonly bytes: number }) {
    this.#most = most;
    this.#since = position;
    this.#through = position;
  }

  get through(): bigint {
    return this.#through;
  }

  add({ events, through }: Taken): void {
    this.#through = through;
    for (const event of events) {
      this.#events.push(event);
      this.#bytes += bytesOf(event);
    }
    // A half at a time: each event is then moved about once.
    if (this.#events.length > this.#most.events || this.#bytes > this.#most.bytes) this.#forgetHalf();
  }

  /** What came after a position, at most `limit` events; undefined when it is too long ago, or yet to come. */
  after(position: bigint, limit: number): Taken | undefined {
    if (position < this.#since || position > this.#through) return undefined;
    let first = this.#events.length;
    while (first > 0 && (this.#events[first - 1]?.position ?? 0n) > position) first--;
    const events = this.#events.slice(first, first + limit);
    const last = events.at(-1);
    return { events, through: last && first + limit < this.#events.length ? last.position : this.#through };
  }

  #forgetHalf(): void {
    const gone = this.#events.splice(0, Math.ceil(this.#events.length / 2));
    this.#since = gone.at(-1)?.position ?? this.#since;
    for (const event of gone) this.#bytes -= bytesOf(event);
  }
}

const bytesOf = ({ data, metadata }: StoredEvent): number => data.byteLength + metadata.byteLength;
