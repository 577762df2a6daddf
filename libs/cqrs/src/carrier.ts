import { isForPeople, knownContexts } from './context.ts';
import type { EventStore } from '#event-store';
import { parseBody, parseEnvelope, problem, problemDocument, problemOf, type Language, type Problem, type ProblemDocument, type Sealing } from '#http';
import type { Asked, Clock, CommandSlice, Instant } from '#kernel';
import type { Principal } from './ports.ts';
import type { RecordedCommand, Recorder } from './recorder.ts';

/** An entry as a phone brings it: sealed, with what the phone itself knows of it. */
export interface SealedEntry {
  /** The command's id. */
  readonly entry: string;
  /** What the phone calls the record it belongs to: entries of one are told in their order or not at all. */
  readonly stream: string;
  readonly sealed: string;
}

/**
 * What became of it: it stands in the log; it is refused, and a person has to decide; it waits for one before it in the
 * same record; or nothing is known of it yet, and it is to be brought again.
 */
export type Carried =
  | { readonly entry: string; readonly outcome: 'recorded'; readonly recorded: RecordedCommand }
  | { readonly entry: string; readonly outcome: 'refused' | 'later'; readonly problem: ProblemDocument }
  | { readonly entry: string; readonly outcome: 'held-back' };

export interface CarrierParts {
  readonly recorder: Pick<Recorder, 'record'>;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly store: Pick<EventStore, 'receipt'>;
}

/** Who brings entries, on the phone that signed them. */
export interface Carrying {
  readonly principal: Principal;
  readonly language: Language;
  readonly correlationId: string;
  /** `Saksi-Sent-At`: the phone's clock as it sends them. */
  readonly sentAt?: string;
}

/** Takes what phones recorded without a network, whoever carries it here: as testimony, one after the other. */
export class Carrier {
  readonly #parts: CarrierParts;
  constructor(parts: CarrierParts) {
    this.#parts = parts;
  }

  get publicKey(): string {
    return this.#parts.sealing.publicKey;
  }

  /** Every entry has one answer, in their order. After what is only in the way for now, nothing more is tried. */
  async carry(entries: readonly SealedEntry[], carrying: Carrying): Promise<readonly Carried[]> {
    const received = this.#parts.clock.now();
    const told: Carried[] = [];
    const refused = new Set<string>();
    let inTheWay: Carried | undefined;
    for (const { entry, stream, sealed } of entries) {
      if (inTheWay) told.push({ ...inTheWay, entry });
      else if (refused.has(stream)) told.push({ entry, outcome: 'held-back' });
      else {
        const answer = await this.#take(entry, sealed, carrying, received);
        told.push(answer);
        if (answer.outcome === 'refused') refused.add(stream);
        if (answer.outcome === 'later') inTheWay = answer;
      }
    }
    return told;
  }

  /** Those of the entries that the log does not hold: it was put back to an earlier state, or never had them. */
  async missing(entries: readonly string[]): Promise<readonly string[]> {
    const kept = await Promise.all(entries.map((entry) => this.#parts.store.receipt(entry)));
    return entries.filter((_, index) => kept[index] === undefined);
  }

  async #take(entry: string, sealed: string, { principal, language, correlationId, sentAt }: Carrying, received: Instant): Promise<Carried> {
    const { recorder, sealing, clock } = this.#parts;
    try {
      const { name, headers, body } = asCommand(await sealing.open(sealed, entry));
      const slice = commandNamed(name);
      const envelope = parseEnvelope({ ...headers, 'idempotency-key': entry, 'saksi-voice': 'testified', 'saksi-sent-at': sentAt }, { clock, language });
      const asked: Asked<object> = parseBody(slice.command, body, language);
      // Sent when all of them were: what they have waited for here is no fault of the phone's clock.
      const sent = envelope.sentAt === undefined ? {} : { sentAt: envelope.sentAt + clock.now() - received };
      return { entry, outcome: 'recorded', recorded: await recorder.record(slice, asked, { ...envelope, ...sent, principal }) };
    } catch (error) {
      const found = problemOf(error);
      return { entry, outcome: isFinal(found) ? 'refused' : 'later', problem: problemDocument(found, language, correlationId) };
    }
  }
}

/** Asked again unchanged, it would be refused again. */
const isFinal = ({ status, code }: Problem): boolean => status < 500 && ![401, 408, 429].includes(status) && code !== 'still-conflicting';

interface Sent {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** @throws Problem `malformed-request` */
function asCommand(content: unknown): Sent {
  const { name, headers, body } = (typeof content === 'object' && content !== null ? content : {}) as Partial<Record<keyof Sent, unknown>>;
  if (typeof name !== 'string' || typeof headers !== 'object' || headers === null) throw problem('malformed-request');
  const texts = Object.entries(headers).filter((header): header is [string, string] => typeof header[1] === 'string');
  return { name, headers: Object.fromEntries(texts.map(([header, text]) => [header.toLowerCase(), text])), body };
}

/** @throws Problem `not-found` */
function commandNamed(name: string): CommandSlice {
  const found = knownContexts()
    .get(name.split('.', 1)[0] ?? '')
    ?.commands.find((slice) => slice.name === name && isForPeople(slice));
  if (!found) throw problem('not-found');
  return found;
}
