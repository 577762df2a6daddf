import type { ProcessRole } from '#kernel';

/** Under which name identity records what people did with their own secrets; HTTP never carries it. */
export const identityProcess = 'process:identity' satisfies ProcessRole;
