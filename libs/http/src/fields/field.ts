import type { PersonalKind } from './personal-kind.ts';
import type { Faults } from './faults.ts';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { Faults as CollectedFaults, fieldFaults, type FieldCode } from './faults.ts';

export type FieldKind = 'id' | 'words' | 'personal' | 'count' | 'moment' | 'one-of' | 'flag' | 'many' | 'co-signed';

/** A class whose properties are fields. */
export type FieldsClass<T extends object = object> = new () => T;

/** Everything Saksi knows about a field: its rule, its schema, and whether it is personal. */
export interface Field {
  readonly kind: FieldKind;
  readonly description: string;
  readonly optional: boolean;
  /** What OpenAPI says about it. */
  readonly schema: ApiPropertyOptions;
  /** The value as the command holds it, of the value that was sent; every fault goes to `faults`, and the result is then not used. */
  readonly read: (value: unknown, path: string, faults: Faults) => unknown;
  /** The value that a query's text stands for; what it cannot be stays text, and `read` says why. */
  readonly fromText: (text: string) => unknown;
  readonly personal?: { readonly kind: PersonalKind; readonly of?: string; readonly concerns: readonly string[] };
  /** Of a list: what it holds. */
  readonly item?: Field | FieldsClass;
}

/** A field's decorator also is a value: `Optional(Words(…))`, `Many(Id(…))`. */
export type FieldDecorator = PropertyDecorator & { readonly field: Field };

const declared = new WeakMap<object, Map<string, Field>>();

/** The fields that the class itself and those it extends declare, by name, in order. */
export function declaredFields(type: FieldsClass): ReadonlyMap<string, Field> {
  const inherited: unknown = Object.getPrototypeOf(type);
  const own = declared.get(type.prototype as object) ?? [];
  return typeof inherited === 'function' && inherited !== Function.prototype ? new Map([...declaredFields(inherited as FieldsClass), ...own]) : new Map(own);
}

/** Makes the decorator of a field: registers it, and tells class-validator and Swagger the same. */
export function decorate(field: Field): FieldDecorator {
  const decorator: PropertyDecorator = (target, property) => {
    if (typeof property !== 'string') throw new TypeError('A field needs a name: symbols cannot be sent.');
    const fields = declared.get(target) ?? new Map<string, Field>();
    declared.set(target, fields.set(property, field));
    ApiProperty(described(field))(target, property);
    constraint(field)(target, property);
  };
  return Object.assign(decorator, { field });
}

/** A schema's own `required` names its properties; whether the field itself is required stands beside it. */
function described({ description, schema, optional }: Field): ApiPropertyOptions {
  const required = 'required' in schema && Array.isArray(schema.required) ? { selfRequired: !optional } : { required: !optional };
  return { description, ...schema, ...required } as ApiPropertyOptions;
}

/** The field's rule as a class-validator constraint, for whoever validates what was sent with that library. */
function constraint(field: Field): PropertyDecorator {
  const faultOf = (value: unknown): { code: FieldCode } | undefined => {
    if (value === undefined) return field.optional ? undefined : { code: 'required' };
    const faults = new CollectedFaults();
    field.read(value, '', faults);
    return faults.list[0];
  };
  return ValidateBy({
    name: field.kind,
    validator: {
      validate: (value: unknown) => faultOf(value) === undefined,
      defaultMessage: (arguments_) => fieldFaults[faultOf(arguments_?.value)?.code ?? 'required'].en,
    },
  });
}
