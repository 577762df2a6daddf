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
