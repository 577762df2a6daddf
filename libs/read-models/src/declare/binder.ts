import type { Metadata, Recorded } from '#kernel';
import type { Binding } from './step.ts';

/** An event with what the projector knows of it besides. */
export interface ProjectedEvent extends Recorded {
  /** The uuid of the stream's name. */
  readonly subject: string;
  /** The greatest recordedAt up to here, in log order, ms. */
  readonly knownFrom: number;
  /** The metadata that steps may bind. */
  readonly told: Omit<Metadata, 'decidedOn'>;
}

/** What better-sqlite3 binds. */
export type SqliteValue = string | number | bigint | null | Uint8Array;

export type Binder = (event: ProjectedEvent, derived: object | undefined) => SqliteValue;

/** SQLite has no booleans, arrays or objects: 0 and 1, and JSON text. */
export function toSqlite(value: unknown): SqliteValue {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'undefined':
      return null;
    default:
      return value === null || value instanceof Uint8Array ? value : JSON.stringify(value);
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

/** Finds the value of one parameter in an event. */
export function binder(binding: Binding): Binder {
  if ('constant' in binding) {
    const constant = toSqlite(binding.constant);
    return () => constant;
  }
  const [root = '', name = '', inner] = binding.path;
  switch (root) {
    case 'data':
      return ({ data }) => toSqlite(field(data, name));
    case 'derived':
      return (_, derived) => toSqlite(field(derived, name));
    case 'metadata':
      return inner === undefined ? ({ told }) => toSqlite(field(told, name)) : ({ told }) => toSqlite(field(field(told, name), inner));
    case 'position':
      return ({ position }) => Number(position);
    case 'id':
      return ({ id }) => id;
    case 'type':
      return ({ type }) => type;
    case 'stream':
      return ({ stream }) => stream;
    case 'subject':
      return ({ subject }) => subject;
    case 'revision':
      return ({ revision }) => revision;
    case 'knownFrom':
      return ({ knownFrom }) => knownFrom;
    default:
      throw new TypeError(`an event has no "${root}"`);
  }
}
