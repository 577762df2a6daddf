import type { Faults } from './faults.ts';

export interface TextRule {
  readonly min: number;
  readonly max: number;
  readonly pattern?: RegExp;
  /** Line breaks are allowed (a note). */
  readonly lines?: boolean;
}

/** C0 and C1 controls, line and paragraph separators, and what turns the direction of writing, which can make one text look like another. */
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const controlButLines = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Text as it is kept: trimmed, NFC, line breaks as \n. Lengths count Unicode characters, as JSON Schema does. */
export function readText(value: unknown, path: string, faults: Faults, { min, max, pattern, lines = false }: TextRule): string | undefined {
  if (typeof value !== 'string') return faults.add(path, 'not-text');
  if (!value.isWellFormed()) return faults.add(path, 'lone-surrogate');
  const text = (lines ? value.replaceAll('\r\n', '\n') : value).normalize('NFC').trim();
  if ((lines ? controlButLines : control).test(text)) return faults.add(path, 'control-character');
  const length = text.length <= max ? text.length : Array.from(text).length;
  if (length === 0 && min > 0) return faults.add(path, 'empty');
  if (length < min) return faults.add(path, 'too-short', { min });
  if (length > max) return faults.add(path, 'too-long', { max });
  if (pattern && !pattern.test(text)) return faults.add(path, 'wrong-form', { pattern: pattern.source });
  return text;
}
