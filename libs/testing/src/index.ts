export { decide, folded, sealed, someCommand, someUser, told } from './decide.ts';
export { describeHistory } from './history.ts';
export { nightAtKemelak } from './night.ts';
export { describeObjections } from './objections.ts';
export { specFor } from './spec-for.ts';
export type { Given, Spec } from './spec-for.ts';
export { currentStack, useStack } from './stack.ts';
export type { Example, Outcome, Setting, Stack } from './stack.ts';
