/** How long a code must be out of sight before it counts as shown again, ms. */
const outOfSight = 1_200;

/** A camera sees the same label many times a second: says which codes have come into its sight. */
export class InSight {
  readonly #last = new Map<string, number>();

  /** Those of the codes that were not in sight a moment ago. */
  come(codes: readonly string[], now: number): readonly string[] {
    const fresh = codes.filter((code) => now - (this.#last.get(code) ?? -Infinity) > outOfSight);
    for (const code of codes) this.#last.set(code, now);
    for (const [code, at] of this.#last) if (now - at > outOfSight) this.#last.delete(code);
    return [...new Set(fresh)];
  }
}
