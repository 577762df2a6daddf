import { decorate, type Field, type FieldDecorator, type FieldsClass } from './field.ts';
import type { Faults } from './faults.ts';
import { readObject } from './shape.ts';

/** A field that may be left out. */
export const Optional = ({ field }: FieldDecorator): FieldDecorator => decorate({ ...field, optional: true });

/** A field of an answer that may say `null`: nothing is known of it. What is sent leaves a field out instead. */
export const OrNull = ({ field }: FieldDecorator): FieldDecorator => decorate({ ...field, schema: { ...field.schema, nullable: true } });

/**
 * A list of ids, words or other fields, or of objects of a class of fields. `min` default 0, `max` default 100. Ids and
 * words may not stand in it twice.
 */
export function Many(
  item: FieldDecorator | FieldsClass,
  { min = 0, max = 100, description }: { min?: number; max?: number; description?: string } = {},
): FieldDecorator {
  const of: Field | FieldsClass = 'field' in item ? item.field : item;
  const bounds = { minItems: min, maxItems: max };
  return decorate({
    kind: 'many',
    description: description ?? (typeof of === 'function' ? `List of ${of.name}` : of.description),
    optional: false,
    schema:
      typeof of === 'function'
        ? { type: () => of, isArray: true, ...bounds }
        : { type: 'array', items: itemSchema(of), ...bounds, ...(exampleOf(of) !== undefined && { example: [exampleOf(of)] }) },
    read: (value, path, faults) => readList(value, path, faults, of, min, max),
    fromText: (text) => (typeof of === 'function' ? text : of.fromText(text)),
    item: of,
  });
}

const exampleOf = ({ schema }: Field): unknown => schema.example;

function itemSchema({ schema, description }: Field): object {
  return { description, ...schema };
}

function readList(value: unknown, path: string, faults: Faults, of: Field | FieldsClass, min: number, max: number): readonly unknown[] | undefined {
  if (!Array.isArray(value)) return faults.add(path, 'not-a-list');
  if (value.length < min) return faults.add(path, 'too-few', { min });
  if (value.length > max) return faults.add(path, 'too-many', { max });
  const seen = new Set<unknown>();
  return value.map((item: unknown, index) => {
    const at = `${path}.${index}`;
    if (typeof of === 'function') return readObject(of, item, at, faults);
    const read = of.read(item, at, faults);
    if (typeof read === 'string' && seen.has(read)) return faults.add(at, 'repeated');
    seen.add(read);
    return read;
  });
}
