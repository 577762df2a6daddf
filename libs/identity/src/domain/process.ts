import type { ProcessRole } from '#kernel';

/** Under which name identity records what people did with their own secrets; HTTP never carries it. */
export const identityProcess = 'process:identity' satisfies ProcessRole;

/** Who records accepted entries where they belong. */
export const takingUp = 'process:take-up-accepted-entries' satisfies ProcessRole;
