/** Every projection of logistics, for the thread that runs them: nothing here may need a decorator or the main thread. */
export { boxPlans } from './box-plans.projection.ts';
export { boxes } from './boxes.projection.ts';
export { conditions } from './conditions.projection.ts';
export { dispatches } from './dispatches.projection.ts';
export { draws } from './draws.projection.ts';
export { movements } from './movements.projection.ts';
export { places } from './places.projection.ts';
export { standingContradictions } from './standing-contradictions.projection.ts';
export { stockDoubts } from './stock-doubts.projection.ts';
export { stock } from './stock.projection.ts';
