/** All projections of access. Worker threads import this module by itself. */
export { journal } from './journal.projection.ts';
export { musters } from './musters.projection.ts';
export { pages } from './pages.projection.ts';
export { places } from './places.projection.ts';
export { presence } from './presence.projection.ts';
export { shifts } from './shifts.projection.ts';
export { visits } from './visits.projection.ts';
export { watchlist } from './watchlist.projection.ts';
