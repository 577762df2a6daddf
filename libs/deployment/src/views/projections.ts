/** Every projection of deployment, for the thread that runs them: nothing here may need a decorator or the main thread. */
export { areas } from './areas.projection.ts';
export { stations } from './stations.projection.ts';
