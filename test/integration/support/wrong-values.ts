import { fieldsOf, type Field, type FieldCode, type FieldsClass } from '#http';

/** A value that a field refuses, and where and how it says so. */
interface Wrong {
  readonly value: unknown;
  readonly at: string;
  readonly code: FieldCode;
}

export type Fault = readonly [path: string, code: FieldCode];

/** As many values that a field of that kind refuses as there are kinds of being wrong that the issue names. */
function wrongValues({ kind, item, personal }: Field, name: string, example: unknown): readonly Wrong[] {
  const at = (value: unknown, code: FieldCode, path = name): Wrong => ({ value, at: path, code });
  switch (kind) {
    case 'id':
      return [at(12, 'not-a-uuid'), at('018C2207-5F3A-7C41-9D2E-3B1A6F0C8E11', 'not-a-uuid')];
    case 'words':
      return [at(12, 'not-text'), at('\ud83d', 'lone-surrogate'), at('a\u0000b', 'control-character'), at('7'.repeat(3_000), 'too-long')];
    case 'personal':
      return [
        at('a bare value', 'not-an-object'),
        at({ value: 12 }, 'not-text', `${name}.value`),
        at({ value: '\ud83d' }, personal?.kind === 'photo' ? 'not-a-photo' : 'lone-surrogate', `${name}.value`),
        at({ ...(example as object), salt: 'salty' }, 'not-a-salt', `${name}.salt`),
        at({ ...(example as object), colour: 'red' }, 'unknown-field', `${name}.colour`),
      ];
    case 'count':
      return [at('thirty', 'not-an-integer'), at(1.5, 'not-an-integer'), at(-1, 'too-small')];
    case 'moment':
      return [at(12, 'not-a-moment'), at('2023-12-01T02:00:00', 'not-a-moment')];
    case 'one-of':
      return [at(12, 'not-one-of'), at('boredom', 'not-one-of')];
    case 'flag':
      return [at('perhaps', 'not-a-flag')];
    case 'co-signed':
      return [at('the leader', 'not-an-object'), at({ user: 'the leader', pin: '000000' }, 'not-a-uuid', `${name}.user`)];
    case 'many': {
      const [first] = Array.isArray(example) ? (example as readonly unknown[]) : [];
      const within = typeof item === 'function' ? wrongBodiesOf(item, first as object) : [];
      return [
        at('no list', 'not-a-list'),
        ...within.map(({ body, faults: [[path, code]] }) => at([body], code, `${name}.0.${path}`)),
        ...(typeof item === 'object' ? wrongValues(item, `${name}.0`, first).map((wrong) => ({ ...wrong, value: [wrong.value] })) : []),
      ];
    }
  }
}

/** A body of which each field named in `faults` must be refused so, and no other. */
export interface WrongBody {
  readonly body: object;
  readonly faults: readonly [Fault, ...Fault[]];
}

/** Bodies that differ from a whole one in a single field. */
export function wrongBodiesOf(type: FieldsClass, whole: object): readonly WrongBody[] {
  const one = (body: object, path: string, code: FieldCode): WrongBody => ({ body, faults: [[path, code]] });
  const wrong = [...fieldsOf(type)].flatMap(([name, field]) => {
    const example: unknown = name in whole ? whole[name as keyof typeof whole] : field.schema.example;
    return wrongValues(field, name, example).map(({ value, at, code }) => one({ ...whole, [name]: value }, at, code));
  });
  const missing = [...fieldsOf(type)].flatMap(([name, { optional }]) =>
    optional ? [] : [one(Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)), name, 'required')],
  );
  return [one({ ...whole, colour: 'red' }, 'colour', 'unknown-field'), ...missing, ...wrong];
}
