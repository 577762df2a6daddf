/** Numbers of seals as they are typed or scanned, one after the other: `kpu-0012345, kpu-0012346`. */
export const sealsIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];
