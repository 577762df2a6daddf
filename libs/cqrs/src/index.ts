import './problems.ts';

export { Answerer } from './answerer.ts';
export type { Answered, AnswererParts, Question } from './answerer.ts';
export { CLOCK, Receipt } from './command-route.ts';
export { context, isForPeople, knownContexts } from './context.ts';
export type { Context, ContextParts } from './context.ts';
export * from './errors.ts';
export type { CommandIntent, CommandIntents } from './intents.ts';
export type { Looks } from './knowledge.ts';
export { commandLimits } from './limits.ts';
export type { CommandLimits } from './limits.ts';
export type * from './ports.ts';
export { establish, principalOf } from './principal.ts';
export { Recorder } from './recorder.ts';
export type { RecordedCommand, RecorderParts } from './recorder.ts';
export { StreamCache } from './stream-cache.ts';
export type { Folded } from './stream-cache.ts';
export type { Telling } from './telling.ts';
