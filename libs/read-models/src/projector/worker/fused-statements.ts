import type { Database, Statement } from 'better-sqlite3';
import type { SqliteValue } from '../../declare/binder.ts';
import type { Binding, CompiledStatement } from '../../declare/step.ts';

/** A statement of one of several steps that take the same event. */
export interface StepStatement extends CompiledStatement {
  /** Which of the steps: the derivation that its derived values come from. */
  readonly step: number;
}

/** A value that is bound for each event. */
export interface Column {
  readonly binding: Binding;
  readonly step: number;
}

export interface Fused {
  readonly statement: Statement<[SqliteValue[]]>;
  readonly columns: readonly Column[];
}

/** A part of a statement that may look like a parameter and is none, or a parameter as the compiler writes it. */
const quotedOrParameter = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\+\?/g;

/** Where a statement, a trigger or a table says by itself what a conflict does, the fused statement's own rule would overrule it. */
const saysWhatConflictsDo = /\b(?:insert|update|on conflict)\s+(?:or\s+)?(?:ignore|replace|fail|abort|rollback)\b|\breplace\s+into\b/i;
export const mayBeFused = (sql: string): boolean => !saysWhatConflictsDo.test(sql);

/**
 * Makes one statement of many: they become the body of a trigger on a view of this connection, in which nothing is
 * stored, and the event is the row that is inserted there. Each value is bound once, however often it is used; the
 * type and constants are written into the SQL. Undefined when one of them may not stand in a trigger.
 */
export function fuse(name: string, type: string, statements: readonly StepStatement[], database: Database): Fused | undefined {
  if (!statements.every(({ sql }) => mayBeFused(sql))) return undefined;
  const columns = new Map<string, Column>();
  const bodies = statements.map(({ sql, bindings, step }) => {
    let next = 0;
    return sql.replaceAll(quotedOrParameter, (found) => {
      if (found !== '+?') return found;
      const binding = bindings[next++] ?? { constant: null };
      const literal = literalOf(binding, type);
      if (literal !== undefined) return literal;
      const key = columnKey(binding, step);
      const column = columns.get(key) ?? { binding, step };
      columns.set(key, column);
      return `+new.c${[...columns.keys()].indexOf(key)}`;
    });
  });
  const names = [...columns.keys()].map((_, index) => `c${index}`);
  try {
    database.exec(`create temp view ${name} as select ${['null as none', ...names.map((column) => `null as ${column}`)].join(', ')}`);
    database.exec(`create temp trigger ${name}_run instead of insert on ${name} begin ${bodies.join('; ')}; end`);
    // Rolled back whole, as the projector does anyway: SQLite need not keep each page as it was before this statement.
    const sql = `insert or rollback into ${name} (${['none', ...names].join(', ')}) values (${['null', ...names.map(() => '?')].join(', ')})`;
    return { statement: database.prepare<[SqliteValue[]]>(sql), columns: [...columns.values()] };
  } catch {
    database.exec(`drop view if exists ${name}`);
    return undefined;
  }
}

function columnKey(binding: Binding, step: number): string {
  if ('constant' in binding) return JSON.stringify(['constant', typeof binding.constant, String(binding.constant)]);
  return JSON.stringify(binding.path[0] === 'derived' ? [step, ...binding.path] : binding.path);
}

/** The SQL of what is the same for every event of the type. */
function literalOf(binding: Binding, type: string): string | undefined {
  if (!('constant' in binding)) return binding.path[0] === 'type' ? textLiteral(type) : undefined;
  const { constant } = binding;
  if (constant === null || constant === undefined) return 'null';
  // A number is bound as a real one, always: SQL must not see another when it is written.
  if (typeof constant === 'boolean') return constant ? '1.0' : '0.0';
  if (typeof constant === 'number' && Number.isSafeInteger(constant)) return `${constant}.0`;
  return typeof constant === 'string' && !constant.includes('\0') ? textLiteral(constant) : undefined;
}

const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;
