import { compile, type Statement } from '../declare/kysely.ts';
import type { Found } from '../declare/query.ts';
import { NotBindable } from '../errors.ts';
import type { ReaderStatement } from '../readers/messages.ts';

/** SQL and parameters that can be posted to a reading thread. */
export function compiled(statement: Statement): ReaderStatement {
  const { sql, parameters } = compile(statement);
  return { sql, parameters: parameters.map((parameter) => bindable(parameter, sql)) };
}

export function bindable(value: unknown, sql: string): ReaderStatement['parameters'][number] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || value === null || value instanceof Uint8Array) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  throw new NotBindable(typeof value, sql);
}

export const isOne = (found: Found): found is Statement => 'compile' in found && typeof found.compile === 'function';
