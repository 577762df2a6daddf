/** Every projection of logistics, for the thread that runs them: nothing here may need a decorator or the main thread. */
export { conditions } from './conditions.projection.ts';
export { places } from './places.projection.ts';
export { stock } from './stock.projection.ts';
