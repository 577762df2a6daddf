/* What the projector's thread imports: projections and nothing that needs decorators. */
export { reads } from './views/reads.projection.ts';
export { subjects } from './views/subjects.projection.ts';
