import type { Role } from '#kernel';

/** Who may read where goods are and were, in an area of theirs. */
export const boxReaders = ['dispatcher', 'commander', 'investigator', 'supervisor'] as const satisfies readonly Role[];
