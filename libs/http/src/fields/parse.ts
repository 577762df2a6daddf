import type { Asked } from '#kernel';
import type { Language } from '../language.ts';
import { Faults, InvalidFields } from './faults.ts';
import { readObject, shapeOf, shown } from './shape.ts';

/**
 * A request's JSON body as an instance of its class: text trimmed and in NFC, moments as instants, personal fields
 * still open (`Personal`), consents still claims. Unknown fields are refused.
 * @throws InvalidFields with every fault
 */
export function parseBody<C extends object>(type: new () => C, body: unknown, language: Language = 'id'): Asked<C> {
  const faults = new Faults();
  const read = readObject(type, body, '', faults);
  if (read === undefined || faults.list.length > 0) throw new InvalidFields(faults.list, language);
  return read as Asked<C>;
}

/**
 * A query string, where everything arrives as text, as an instance of its class: numbers, moments and flags converted,
 * a list from a repeated parameter. Unknown parameters are refused.
 * @throws InvalidFields with every fault; TypeError for a class with personal fields, which have no place in a URL
 */
export function parseQuery<Q extends object>(type: new () => Q, query: unknown, language: Language = 'id'): Q {
  const { fields } = shapeOf(type);
  const sent: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of Object.entries(typeof query === 'object' && query !== null ? query : {})) {
    const field = fields.get(name);
    if (!field) sent[name] = value;
    else if (field.kind === 'personal' || field.kind === 'co-signed') throw new TypeError(`${type.name}.${name} must not travel in a URL.`);
    else if (field.kind === 'many')
      sent[name] = (Array.isArray(value) ? value : [value]).map((each: unknown) => (typeof each === 'string' ? field.fromText(each) : each));
    else sent[name] = typeof value === 'string' ? field.fromText(value) : value;
  }
  const faults = new Faults();
  const read = readObject(type, sent, '', faults);
  if (read === undefined || faults.list.length > 0) throw new InvalidFields(faults.list, language);
  return read as Q;
}

/** For an address that takes no parameters: one that was sent all the same was meant to change something. @throws InvalidFields */
export function refuseParameters(query: unknown, language: Language = 'id'): void {
  const names = typeof query === 'object' && query !== null ? Object.keys(query) : [];
  if (names.length === 0) return;
  const faults = new Faults();
  for (const name of names) faults.add(shown(name), 'unknown-field');
  throw new InvalidFields(faults.list, language);
}
