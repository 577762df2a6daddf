/** Every projection of access, for the thread that runs them: nothing here may need a decorator or the main thread. */
export { journal } from './journal.projection.ts';
export { musters } from './musters.projection.ts';
export { pages } from './pages.projection.ts';
export { persons } from './persons.projection.ts';
export { places } from './places.projection.ts';
export { presence } from './presence.projection.ts';
export { shifts } from './shifts.projection.ts';
export { standingContradictions } from './standing-contradictions.projection.ts';
export { visits } from './visits.projection.ts';
export { watchlist } from './watchlist.projection.ts';
