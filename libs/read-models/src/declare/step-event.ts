import type { Metadata, Voice } from '#kernel';
import type { Place, PlaceRegister, Places } from './place.ts';

/** An event as a step sees it: every property is a place to bind. Instants are epoch milliseconds. */
export interface StepEvent<Data> {
  readonly id: Place<string>;
  readonly type: Place<string>;
  /** The stream's name, `<kind>-<uuid>`. */
  readonly stream: Place<string>;
  /** The uuid of the stream's name. */
  readonly subject: Place<string>;
  readonly revision: Place<number>;
  /** The position in the log. Not part of an identity: a copied log keeps ids and revisions, not positions. */
  readonly position: Place<number>;
  readonly data: Places<Data>;
  readonly effectiveAt: Place<number>;
  readonly recordedAt: Place<number>;
  /** From when the log knew it: the greatest `recordedAt` up to and with this event, in log order. What `knownAt` compares with. */
  readonly knownFrom: Place<number>;
  /** Verbatim, RFC 3339. */
  readonly occurredAt: Place<string>;
  readonly voice: Place<Voice>;
  readonly method: Place<Exclude<Metadata['method'], undefined> | null>;
  /** The objections that stood against a testified fact, as JSON text; NULL without any. */
  readonly contradicts: Place<string | null>;
  readonly sentBy: Place<string | null>;
  readonly commandId: Place<string>;
  readonly correlationId: Place<string>;
  readonly causationId: Place<string>;
  readonly actor: { readonly user: Place<string>; readonly role: Place<string>; readonly post: Place<string | null> };
  /** The device's claim; all NULL when no device signed. */
  readonly device: {
    readonly id: Place<string | null>;
    readonly seq: Place<number | null>;
    readonly clock: Place<number | null>;
    readonly offset: Place<number | null>;
  };
}

const ofTheEvent = ['id', 'type', 'stream', 'subject', 'revision', 'position', 'knownFrom'] as const;
const nested = ['actor', 'device'] as const;
export const ofTheMetadata = [
  'effectiveAt',
  'recordedAt',
  'occurredAt',
  'voice',
  'method',
  'contradicts',
  'sentBy',
  'commandId',
  'correlationId',
  'causationId',
] as const;

/** The event of places for one step. Places are made when they are asked for, so that the register knows which were. */
export function stepEvent<Data>(register: PlaceRegister): StepEvent<Data> {
  const event: object = {};
  const place = (name: string, path: readonly string[]): void => {
    Object.defineProperty(event, name, { enumerable: false, get: () => register.make(path) });
  };
  for (const name of ofTheEvent) place(name, [name]);
  for (const name of ofTheMetadata) place(name, ['metadata', name]);
  for (const name of nested) Object.defineProperty(event, name, { value: register.object(['metadata', name]) });
  Object.defineProperty(event, 'data', { value: register.object(['data']) });
  return event as StepEvent<Data>;
}
