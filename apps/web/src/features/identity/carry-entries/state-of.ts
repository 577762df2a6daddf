import type { Key } from '../../../shared/language/keys.ts';
import type { Entry } from '../../../shared/offline/index.ts';

/** Said of what is as it should be. */
const right: ReadonlySet<string> = new Set(['clock-not-measured', 'sequence-late']);

/** How an entry stands, in words, and how it looks. */
export function stateOf({ state, receipt }: Entry): { readonly key: Key; readonly looks: 'ok' | 'warn' | 'alarm' | '' } {
  if (state === 'waiting') return { key: 'entry.waiting', looks: 'warn' };
  if (state === 'to-decide') return { key: 'entry.to-decide', looks: 'alarm' };
  if (state === 'refused') return { key: 'entry.refused', looks: '' };
  if (state === 'settled') return { key: 'entry.settled', looks: '' };
  if (receipt && receipt.contradicts.length > 0) return { key: 'entry.contradicts', looks: 'warn' };
  return receipt?.marks.some((mark) => !right.has(mark)) ? { key: 'entry.marked', looks: 'warn' } : { key: 'entry.recorded', looks: 'ok' };
}
