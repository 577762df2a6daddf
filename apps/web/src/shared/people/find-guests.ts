interface Named {
  readonly name: string | null;
}

const most = 8;
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/**
 * Whose name has a word that begins with each of the words that were typed; who begins with the first of them comes
 * first, else whoever was here last. Nothing typed: the last who were here.
 */
export function findGuests<T extends Named>(guests: readonly T[], letters: string): readonly T[] {
  const typed = plain(letters).split(/\s+/).filter(Boolean);
  const [first] = typed;
  const named = guests.filter(({ name }) => name !== null);
  if (first === undefined) return named.slice(0, most);
  const matching = named.filter(({ name }) => {
    const words = plain(name ?? '').split(/\s+/);
    return typed.every((start) => words.some((word) => word.startsWith(start)));
  });
  const begins = ({ name }: T): boolean => plain(name ?? '').startsWith(first);
  return [...matching.filter(begins), ...matching.filter((guest) => !begins(guest))].slice(0, most);
}
