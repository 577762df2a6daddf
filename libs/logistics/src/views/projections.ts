/** Every projection of logistics, for the thread that runs them: nothing here may need a decorator or the main thread. */
export { places } from './places.projection.ts';
