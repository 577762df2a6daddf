/** What stands on a seal; undefined: no seal bears that. */
export const sealIn = (code: string): string | undefined => {
  const text = code.trim().toUpperCase();
  return /^[A-Z0-9][A-Z0-9-]{2,23}$/.test(text) ? text : undefined;
};

/** How what was found differs from what was put on; nothing: it does not. */
export function unlike(
  sealed: readonly string[],
  found: readonly string[],
): { readonly lacking: readonly string[]; readonly strange: readonly string[] } | undefined {
  const lacking = sealed.filter((seal) => !found.includes(seal));
  const strange = found.filter((seal) => !sealed.includes(seal));
  return lacking.length + strange.length > 0 ? { lacking, strange } : undefined;
}

/** Numbers of seals as they are typed or scanned, one after the other: `kpu-0012345, kpu-0012346`. */
export const sealsIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

/** What stands on a box now, by what was told of it in the order in which it happened. */
export const sealsOn = (told: readonly { readonly what: string; readonly seals: readonly string[] }[]): readonly string[] =>
  told.reduce<readonly string[]>((on, { what, seals }) => {
    if (what === 'logistics.box-sealed.v1') return [...new Set([...on, ...seals])];
    return what === 'logistics.seal-broken.v1' ? on.filter((seal) => !seals.includes(seal)) : on;
  }, []);
