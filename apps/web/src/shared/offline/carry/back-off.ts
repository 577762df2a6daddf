const first = 1_000;
const longest = 60_000;

/** From 0 to 1. */
const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** How long to rest after so many failures, ms: twice as long each time, never all phones at once, and what the server asks for at least. */
export function backOff(failures: number, error: unknown): number {
  const asked = error instanceof Error && 'retryAfter' in error && typeof error.retryAfter === 'number' ? error.retryAfter : 0;
  const spread = Math.min(longest, first * 2 ** failures);
  return Math.max(asked, spread / 2 + chance() * (spread / 2));
}
