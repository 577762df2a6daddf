import { replaceAt } from '#http';
import { readsPersonalData, type Actor, type Clock, type Instant } from '#kernel';
import type { PageKey, QueryCircumstances, QuerySlice, ReadModels } from '#read-models';
import { NotYetVisible } from './errors.ts';
import type { Authority, Disclosures, Principal, ReadRecorder } from './ports.ts';

export interface Question {
  readonly principal: Principal;
  /** The view must have passed this position of the log. */
  readonly after?: bigint;
  readonly page?: { readonly after?: PageKey; readonly size?: number };
  /** The instant that "now" means in what is asked, where several questions make one answer. Who may ask is judged by the clock all the same. */
  readonly asOf?: Instant;
}

export interface Answered {
  /** A list, one answer, or undefined where there is none. */
  readonly answer: unknown;
  readonly next?: PageKey;
  /** How far in the log the view was. */
  readonly position: bigint;
  /** The reads of personal data could not be recorded, so the names were left out. */
  readonly withheld: boolean;
  readonly circumstances: QueryCircumstances;
}

export interface AnswererParts {
  readonly readModels: ReadModels;
  readonly authority: Authority;
  readonly disclosures: Disclosures;
  readonly reads: ReadRecorder;
  readonly clock: Clock;
  /** How long a question waits for its view to pass `after`, ms. */
  readonly afterTimeout: number;
  /** What the names begin with under which things are known elsewhere. */
  readonly identifiers?: string;
  /** Told of names that were shown although it could not be recorded that they were read. */
  readonly onUnrecorded?: (read: { readonly reader: Actor; readonly view: string }) => void;
}

/** The one way to an answer: authority, wait, find, reveal what may be revealed, and record that it was read. */
export class Answerer {
  readonly #parts: AnswererParts;

  constructor(parts: AnswererParts) {
    this.#parts = parts;
  }

  /** @throws NotPermitted, OutOfScope, NotYetVisible and the errors of the read models */
  async answer<Args extends object>(slice: QuerySlice<Args>, args: Args, { principal, after, page, asOf }: Question): Promise<Answered> {
    const { authority, readModels, clock, afterTimeout, identifiers } = this.#parts;
    const now = clock.now();
    const actor = await authority.actorFor(principal, slice.roles, [slice.scope(args)].flat(), now);
    if (after !== undefined && !(await readModels.waitFor(after, slice.context, afterTimeout))) throw new NotYetVisible(slice.context, after);
    const circumstances = { actor, now: asOf ?? now, ...(identifiers !== undefined && { identifiers }) };
    const found = await readModels.find(slice, args, circumstances, page);
    const withheld = await this.#reveal(slice, args, found.answer, actor);
    return { answer: found.answer, ...(found.next && { next: found.next }), position: found.position, withheld, circumstances };
  }

  /** Puts the vault's values in place of commitments; true when they had to be withheld. An erased value becomes null. */
  async #reveal<Args extends object>(slice: QuerySlice<Args>, args: Args, answer: unknown, actor: Actor): Promise<boolean> {
    if (slice.reveals.length === 0 || typeof answer !== 'object' || answer === null) return false;
    const paths = slice.reveals.map((path) => personalPath(slice, path));
    const commitments = new Set<string>();
    for (const path of paths) replaceAt(answer, path, (commitment) => (typeof commitment === 'string' && commitments.add(commitment), commitment));
    if (commitments.size === 0) return false;
    const revealed = await this.#parts.disclosures.reveal([...commitments]);
    const subjects = [...new Set([...revealed.values()].map(({ subject }) => subject))].sort();
    const read = { reader: actor, view: slice.name, subjects, at: this.#parts.clock.now() };
    const mayRead = readsPersonalData(actor) && (subjects.length === 0 || (await this.#parts.reads.record(read)) || (await this.#isUrgent(slice, args, read)));
    for (const path of paths) replaceAt(answer, path, (commitment) => (mayRead ? (revealed.get(String(commitment))?.value ?? null) : null));
    return !mayRead;
  }

  /** Whoever is sought in a fire is called by name, whatever the disk says. */
  async #isUrgent<Args extends object>(slice: QuerySlice<Args>, args: Args, read: { readonly reader: Actor; readonly view: string }): Promise<boolean> {
    const statement = slice.urgent?.(args);
    if (!statement || (await this.#parts.readModels.run(slice.from, statement, 1)).rows.length === 0) return false;
    this.#parts.onUnrecorded?.(read);
    return true;
  }
}

/** `guest` or `guests.name` of one answer, as a path through what is answered. */
function personalPath({ list }: Pick<QuerySlice, 'list'>, path: string): string {
  const within = path.replace('.', '.*.');
  return list ? `*.${within}` : within;
}
