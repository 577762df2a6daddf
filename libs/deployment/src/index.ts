export { DeploymentModule } from './deployment.module.ts';

/** The module of deployment's projections, for worker threads. */
export const deploymentProjections = new URL(`./views/projections${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;

export * from './domain/station.ts';

export { AreaNamed, Areas, areas } from './features/areas/areas.ts';
export { limitVoters, RegisterStation, registerStation } from './features/register-station/register-station.ts';
export { StationFound, Stations, stations } from './features/stations/stations.ts';
