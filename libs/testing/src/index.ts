import type { Instant } from '#kernel';
import type { Watch, Watched } from './watch.ts';

export { decide, folded, sealed, someCommand, someUser, told } from './decide.ts';
export { describeHistory } from './history.ts';
export { nightAtKemelak } from './night.ts';
export { describeObjections } from './objections.ts';
export { specFor } from './spec-for.ts';
export type { Given, Spec } from './spec-for.ts';
export { currentStack, useStack } from './stack.ts';
export type { Example, Outcome, Setting, Stack } from './stack.ts';

/** A context at work on a log on disk. Loaded when it is asked for: most specs need no log. */
export const openWatch = async (watched: Watched, start: Instant): Promise<Watch> => (await import('./watch.ts')).watchOf(watched, start);
export type { Watch, Watched } from './watch.ts';
