import { reads } from '../api/generated/reads.ts';
import type { Change } from './connection.ts';

/**
 * Whether a change is news for a question, by its key `[context, query, …]`. A question that names no projection is asked
 * anew when anything of its context changes.
 */
export function isNewsFor({ context, projection }: Pick<Change, 'context' | 'projection'>, [asked, name]: readonly unknown[]): boolean {
  const from = reads[`${String(asked)}.${String(name)}`];
  return from === undefined ? asked === context : from.includes(`${context}.${projection}`);
}
