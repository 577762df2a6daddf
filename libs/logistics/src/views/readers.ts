import type { Role } from '#kernel';

/** Who may read what a warehouse holds, and what became of it. */
export const readers = ['dispatcher', 'commander', 'investigator', 'supervisor'] as const satisfies readonly Role[];
