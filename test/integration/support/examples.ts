import { fieldsOf, type Field, type FieldsClass } from '#http';

/** What a generated command or question says, by the names of its fields. Absent: the field's own example. */
export type Said = Readonly<Record<string, unknown>>;

/**
 * A whole body that fits the class, made of its fields' metadata: what must be said and what `said` names; ids that
 * nobody named are `unnamed`.
 */
export function exampleOf(type: FieldsClass, said: Said, unnamed: string): Record<string, unknown> {
  const named = [...fieldsOf(type)].filter(([name, { optional }]) => !optional || name in said);
  return Object.fromEntries(named.map(([name, field]) => [name, name in said ? said[name] : valueOf(field, said, unnamed)]));
}

function valueOf(field: Field, said: Said, unnamed: string): unknown {
  if (field.kind === 'id') return unnamed;
  if (field.item === undefined) return field.schema.example;
  return [typeof field.item === 'function' ? exampleOf(field.item, said, unnamed) : valueOf(field.item, said, unnamed)];
}

/** The same as a query string. */
export const queryOf = (values: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams(Object.entries(values).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, String(each)]))).toString();
