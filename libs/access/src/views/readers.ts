import type { Role } from '#kernel';

/** Who may read what happened at a post they hold, or at every post of theirs. */
export const readers = ['guard', 'squad-leader', 'commander', 'investigator', 'supervisor'] as const satisfies readonly Role[];
