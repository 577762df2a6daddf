/** The lowest badge that nobody carries: `T-01`, `T-02`, … */
export function freeBadge(carried: readonly (string | null)[]): string {
  const taken = new Set(carried);
  for (let number = 1; ; number++) {
    const badge = `T-${String(number).padStart(2, '0')}`;
    if (!taken.has(badge)) return badge;
  }
}
