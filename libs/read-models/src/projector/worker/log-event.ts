import type { StoredText } from '#event-store';
import type { Metadata } from '#kernel';
import type { ProjectedEvent } from '../../declare/binder.ts';
import type { Upcaster } from '../../declare/upcaster.ts';
import { withoutDecidedOn } from './without-decided-on.ts';

/** A stored event, decoded where it is looked at: many events matter to no step of a context. */
export class LogEvent implements ProjectedEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly type: string;
  readonly told: Omit<Metadata, 'decidedOn'>;
  readonly knownFrom: number;
  readonly #stored: StoredText;
  readonly #up: readonly Upcaster[];
  #data: object | undefined;

  constructor(stored: StoredText, knownBefore: number, up: readonly Upcaster[]) {
    this.id = stored.id;
    this.stream = stored.stream;
    this.revision = stored.revision;
    this.position = stored.position;
    this.type = up.at(-1)?.to ?? stored.type;
    this.told = parsed(withoutDecidedOn(stored.metadata)) as Omit<Metadata, 'decidedOn'>;
    const { recordedAt } = this.told;
    this.knownFrom = recordedAt > knownBefore ? recordedAt : knownBefore;
    this.#stored = stored;
    this.#up = up;
  }

  get subject(): string {
    return this.stream.slice(-36);
  }

  /** Whole; steps bind what is `told`. */
  get metadata(): Metadata {
    return parsed(this.#stored.metadata) as Metadata;
  }

  /** @throws SyntaxError when the log is damaged: the event is then parked like any that a step cannot take */
  get data(): object {
    this.#data ??= this.#up.reduce((data, upcaster) => upcaster.up(data), parsed(this.#stored.data));
    return this.#data;
  }
}

/** Saksi's own bytes: the store's integrity check and the ledger prove them, a projection does not judge them again. */
function parsed(json: string): object {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new SyntaxError('an event holds JSON that is no object');
  return value;
}
