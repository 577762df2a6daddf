import type { Fact } from './event.ts';
import type { Recorded } from './recorded.ts';
import type { Scope } from './authority.ts';

/** What a fold may know of an event besides its data. */
export type Told = Pick<Recorded, 'id' | 'revision'> & Pick<Recorded['metadata'], 'effectiveAt' | 'recordedAt' | 'actor' | 'contradicts'>;

/** For every type of event of the stream, how it changes the state. Facts come in any order; a case never throws. */
export type Evolve<State, Event extends Fact> = {
  readonly [Type in Event['type']]: (state: State, data: Extract<Event, { type: Type }>['data'], told: Told) => State;
};

export interface StreamDefinition<State, Event extends Fact> {
  readonly kind: string;
  readonly initial: State;
  readonly evolve: Evolve<State, Event>;
  /** What the stream belongs to once that is known: an actor outside of it cannot write to it, and sees "not found". */
  readonly scope?: (state: State) => Scope | undefined;
}

/** One stream, by reference: its name in the log is `<kind>-<uuid>`. */
export interface StreamRef<State, Event extends Fact> {
  readonly name: string;
  readonly id: string;
  readonly of: StreamKind<State, Event>;
}

export interface StreamKind<State, Event extends Fact> extends StreamDefinition<State, Event> {
  at(id: string): StreamRef<State, Event>;
  /** The state after one more event; an event type the stream does not know is an error of this version of Saksi. */
  fold(state: State, event: Recorded): State;
}

/** A kind of stream in a list of several: what its state is, only its own functions know. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the places of a state and its events, erased
export type AnyStream = StreamKind<any, any>;

/** Declares a kind of stream: what it starts as, and how its facts add up. */
export function stream<State, Event extends Fact>(definition: StreamDefinition<State, Event>): StreamKind<State, Event> {
  const cases = definition.evolve as Readonly<Record<string, (state: State, data: object, told: Told) => State>>;
  const kind: StreamKind<State, Event> = {
    ...definition,
    at: (id) => ({ name: `${definition.kind}-${id}`, id, of: kind }),
    fold: (state, { id, revision, type, data, metadata: { effectiveAt, recordedAt, actor, contradicts } }) => {
      const evolve = cases[type];
      if (!evolve) throw new UnknownEventType(type, definition.kind);
      return evolve(state, data, { id, revision, effectiveAt, recordedAt, actor, ...(contradicts && { contradicts }) });
    },
  };
  return kind;
}

/** A stream holds an event that this version of Saksi does not know: it is older than the log. */
export class UnknownEventType extends Error {
  readonly type: string;
  constructor(type: string, kind: string) {
    super(`The event type "${type}" is not known to streams of kind "${kind}": this Saksi is older than the log. Upgrade it.`);
    this.name = 'UnknownEventType';
    this.type = type;
  }
}

/** `visit-018c…` → `{ kind: 'visit', id: '018c…' }`. */
export function parseStreamName(name: string): { kind: string; id: string } {
  return { kind: name.slice(0, -37), id: name.slice(-36) };
}
