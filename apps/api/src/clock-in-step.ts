import { systemClock, type Clock } from '#kernel';

/** What tells the clock that all servers share, if they share one. */
interface SharedClock {
  status(): Promise<{ readonly sharedClock?: number }>;
}

/**
 * True when this machine's clock is within `tolerance` (ms) of the one that all servers can ask, or there is none; else
 * a sentence (docs/adr/0086). The answer came at some time while it was waited for: only what that cannot explain counts.
 * The clock is the machine's own, also where a demonstration has another.
 */
export async function inStep(vault: SharedClock, tolerance: number, clock: Clock = systemClock): Promise<true | string> {
  const asked = clock.now();
  const { sharedClock } = await vault.status();
  if (sharedClock === undefined) return true;
  const [ahead, behind] = [asked - sharedClock, sharedClock - clock.now()];
  const off = Math.max(ahead, behind);
  if (off <= tolerance) return true;
  const by = `${(off / 1_000).toFixed(1)} s ${ahead > behind ? 'ahead of' : 'behind'}`;
  return `The clock of this server is at least ${by} that of the database in SAKSI_VAULT_URL: set whichever is wrong before more is recorded. When something was recorded is said by the clock of the server that did.`;
}
