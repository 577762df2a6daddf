import type { PersonalKind } from '#kernel';

const kinds: readonly PersonalKind[] = ['name', 'identity-number', 'contact', 'note', 'photo'];

/** How a kind is stored; the numbers never change. */
export function kindCode(kind: PersonalKind): number {
  return kinds.indexOf(kind);
}

export function kindOf(code: number): PersonalKind {
  const kind = kinds[code];
  if (kind === undefined) throw new Error(`No kind of personal value has the code ${code}.`);
  return kind;
}
