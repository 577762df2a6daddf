import type { PersonalKind } from '#kernel';

/**
 * A value as it is searched and compared: without case, accents and punctuation, words apart by one space.
 * 'Édi  SUSANTO, S.H.' → 'edi susanto s h'.
 */
export function normalised(value: string): string {
  // Most values are plain ASCII, and this is done for every value that is kept.
  if (!/[^\x20-\x7e]/.test(value))
    return value
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return value
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What is stored for searching: nothing of a photo. Numbers are searched as one word, however they were grouped when they were typed. */
export function searchable(kind: PersonalKind, value: string): string {
  if (kind === 'photo') return '';
  return kind === 'identity-number' ? normalised(value).replaceAll(' ', '') : normalised(value);
}

/** Names, numbers and contacts are found by the first letters of any word; notes by whole words. The longest is sought first. */
export const needles = (kind: PersonalKind, text: string): readonly string[] =>
  searchable(kind, text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (kind === 'note' ? ` ${word} ` : ` ${word}`))
    .sort((one, other) => other.length - one.length);
