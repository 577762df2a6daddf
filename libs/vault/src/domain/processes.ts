import type { ProcessRole } from '#kernel';

/** Erases who was ordered to be erased, and says so; HTTP never carries these roles. */
export const erasingProcess = 'process:execute-erasures' satisfies ProcessRole;
/** Asks for the erasure of those whose retention is over. */
export const retentionProcess = 'process:retention' satisfies ProcessRole;
/** Brings reads of personal data from the spool to the log. */
export const readingProcess = 'process:record-reads' satisfies ProcessRole;
