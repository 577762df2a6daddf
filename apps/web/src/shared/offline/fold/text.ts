import type { Content } from '../entry/content.ts';

/** What a body says in words; nothing where it says none. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The words of a list; null where it says none. */
export const texts = (value: unknown): string[] | null => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null);

/** A personal value, as its author said it. */
export const personal = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string' ? value.value : null;

/** When it happened, as it is said. */
export const when = ({ headers }: Content): string => headers['Saksi-Occurred-At'] ?? '';
