/** How far this device has seen the log: what it asks afterwards must be at least as new. */
let seen = 0n;

export function notePosition(position: string | null | undefined): void {
  if (position === null || position === undefined || !/^\d{1,18}$/.test(position)) return;
  const found = BigInt(position);
  if (found > seen) seen = found;
}

export const seenPosition = (): string | undefined => (seen === 0n ? undefined : seen.toString());
