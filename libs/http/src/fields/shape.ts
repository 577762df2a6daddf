import { declaredFields, type Field, type FieldsClass } from './field.ts';
import type { Faults } from './faults.ts';

/** A class of fields, prepared once: its fields, and the values it starts with. */
export interface Shape {
  readonly fields: ReadonlyMap<string, Field>;
  readonly prototype: object;
  /** What the class itself puts into a field (`limit = 50`). */
  readonly defaults: readonly (readonly [string, unknown])[];
}

const shapes = new WeakMap<FieldsClass, Shape>();

export function shapeOf(type: FieldsClass): Shape {
  const known = shapes.get(type);
  if (known) return known;
  const fields = declaredFields(type);
  for (const [name, { personal }] of fields) {
    const named = [...(personal?.of === undefined ? [] : [personal.of]), ...(personal?.concerns ?? [])];
    for (const sibling of named)
      if (!fields.has(sibling)) throw new TypeError(`${type.name}.${name} is about "${sibling}", which is no field of ${type.name}.`);
  }
  const shape: Shape = { fields, prototype: type.prototype as object, defaults: Object.entries(new type()).filter(([, value]) => value !== undefined) };
  shapes.set(type, shape);
  return shape;
}

/** A name that somebody else chose, as a problem repeats it. */
export const shown = (name: string): string => name.slice(0, 100).toWellFormed();

/** What was sent as an object of that class. Unknown fields are faults; the result is only whole when there are none. */
export function readObject(type: FieldsClass, sent: unknown, path: string, faults: Faults): object | undefined {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return faults.add(path, 'not-an-object');
  const { fields, prototype, defaults } = shapeOf(type);
  const values = sent as Readonly<Record<string, unknown>>;
  const within = path === '' ? '' : `${path}.`;
  const result = Object.create(prototype) as Record<string, unknown>;
  for (const [name, value] of defaults) result[name] = value;
  let present = 0;
  for (const [name, field] of fields) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      if (!field.optional) faults.add(within + name, 'required');
      continue;
    }
    present++;
    result[name] = field.read(value, within + name, faults);
  }
  const names = Object.keys(values);
  if (names.length !== present) for (const name of names) if (!fields.has(name)) faults.add(within + shown(name), 'unknown-field');
  return result;
}
