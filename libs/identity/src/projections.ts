/* What the projector's thread imports: projections and nothing that needs decorators. */
export { accounts } from './views/accounts.projection.ts';
export { devices } from './views/devices.projection.ts';
export { entries } from './views/entries.projection.ts';
