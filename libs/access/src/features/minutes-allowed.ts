import { Count } from '#http';

/** A week; what is configured (`SAKSI_LONGEST_VISIT`) is at most that. */
const mostMinutes = 10_080;
const visits = { longest: 1_440 };

/** Nobody is let in for longer. Said once, when the server is composed. */
export function limitVisits(minutes: number): void {
  visits.longest = minutes;
}

export const MinutesAllowed = () => Count('How long the visit may last, in minutes', { min: 1, max: mostMinutes, limit: () => visits.longest, example: 60 });
