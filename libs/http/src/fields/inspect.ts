import type { Field, FieldKind, FieldsClass } from './field.ts';
import type { PersonalKind } from './personal-kind.ts';
import { shapeOf } from './shape.ts';

/** A personal field of a class. `subjectField` and `concerns` are names of fields beside it, in the same object. */
export interface PersonalField {
  /** `name`, or `entries.*.name` in a list. */
  readonly path: string;
  readonly kind: PersonalKind;
  readonly subjectField?: string;
  readonly concerns: readonly string[];
}

const personalFields = new WeakMap<FieldsClass, readonly PersonalField[]>();
const coSignedFields = new WeakMap<FieldsClass, readonly string[]>();

/** The fields of a class by name. */
export const fieldsOf = (type: FieldsClass): ReadonlyMap<string, Field> => shapeOf(type).fields;

/** Where personal values stand in a command. */
export function personalFieldsOf(type: FieldsClass): readonly PersonalField[] {
  const known = personalFields.get(type);
  if (known) return known;
  const found = everyField(type).flatMap(({ path, field: { personal } }) =>
    personal ? [{ path, kind: personal.kind, ...(personal.of !== undefined && { subjectField: personal.of }), concerns: personal.concerns }] : [],
  );
  personalFields.set(type, found);
  return found;
}

/** Where second persons' consents stand in a command. */
export function coSignedFieldsOf(type: FieldsClass): readonly string[] {
  const known = coSignedFields.get(type);
  if (known) return known;
  const found = pathsOfKind(type, 'co-signed');
  coSignedFields.set(type, found);
  return found;
}

/** Where fields of a kind stand in a command or a query. */
export const pathsOfKind = (type: FieldsClass, kind: FieldKind): readonly string[] =>
  everyField(type).flatMap(({ path, field }) => (field.kind === kind ? [path] : []));

function everyField(type: FieldsClass, within = ''): { path: string; field: Field }[] {
  return [...fieldsOf(type)].flatMap(([name, field]) => fieldsWithin(within + name, field));
}

function fieldsWithin(path: string, field: Field): { path: string; field: Field }[] {
  if (field.item === undefined) return [{ path, field }];
  const items = typeof field.item === 'function' ? everyField(field.item, `${path}.*.`) : fieldsWithin(`${path}.*`, field.item);
  return [{ path, field }, ...items];
}

/**
 * Replaces, in place, every value at a path (`note`, `entries.*.name`); where nothing stands, nothing happens. The
 * change is told the concrete path (`entries.3.name`) and the object that holds the field.
 */
export function replaceAt(root: object, path: string, change: (value: unknown, at: string, holder: Readonly<Record<string, unknown>>) => unknown): void {
  step(root as Record<string, unknown>, path.split('.'), 0, '', change);
}

/** `undefined` takes the field away: as a value it would be no JSON. */
function put(holder: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(holder, key);
  else holder[key] = value;
}

function step(holder: Record<string, unknown>, names: readonly string[], depth: number, at: string, change: Parameters<typeof replaceAt>[2]): void {
  const name = names[depth];
  if (name === undefined) return;
  for (const key of name === '*' ? Object.keys(holder) : [name]) {
    const value = holder[key];
    if (value === undefined || value === null) continue;
    if (depth === names.length - 1) put(holder, key, change(value, at + key, holder));
    else if (typeof value === 'object') step(value as Record<string, unknown>, names, depth + 1, `${at}${key}.`, change);
  }
}
