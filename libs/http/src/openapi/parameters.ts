import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FieldsClass } from '../fields/field.ts';
import { fieldsOf } from '../fields/inspect.ts';

const key = 'saksi.parameters';

/** Whether a route says what it takes in its address, and reads that itself. */
export const takesParameters = (handler: object): boolean => Reflect.getMetadata(key, handler) === true;

/** Describes what a question takes in its address: the fields of these classes. */
export const describeParameters = (...types: readonly FieldsClass[]): MethodDecorator =>
  applyDecorators(
    SetMetadata(key, true),
    ...types.flatMap((type) =>
      [...fieldsOf(type)].map(([name, { schema, description, optional }]) =>
        ApiQuery({ name, description, required: !optional, schema: schemaOf({ ...schema }) }),
      ),
    ),
  );

/** What of a property's schema also holds for a parameter. */
const schemaOf = ({
  type,
  format,
  pattern,
  minimum,
  maximum,
  minLength,
  maxLength,
  minItems,
  maxItems,
  enum: values,
  items,
  example,
}: Readonly<Record<string, unknown>>): Readonly<Record<string, never>> =>
  JSON.parse(JSON.stringify({ type, format, pattern, minimum, maximum, minLength, maxLength, minItems, maxItems, enum: values, items, example })) as Readonly<
    Record<string, never>
  >;
