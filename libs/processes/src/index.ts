export { action, processManager } from './process-manager.ts';
export type { Action, InTheWay, ProcessDefinition, ProcessManager, ProcessTime } from './process-manager.ts';
export { NotCaughtUp, ProcessRunner } from './runner.ts';
export type { RunnerOptions } from './runner.ts';
export { processStarted, processStream, startedAt } from './started.ts';
