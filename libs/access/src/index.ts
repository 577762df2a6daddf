import type { ProcessManager } from '#processes';

export { AccessModule } from './access.module.ts';
export { post } from './domain/post.ts';

/** The module of access's projections, for worker threads. */
export const accessProjections = new URL(`./views/projections${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;

export const accessProcesses: readonly ProcessManager[] = [];
