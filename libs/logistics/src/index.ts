import type { ProcessManager } from '#processes';

export { LogisticsModule } from './logistics.module.ts';

/** The module of logistics' projections, for worker threads. */
export const logisticsProjections = new URL(`./views/projections${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;

export const logisticsProcesses: readonly ProcessManager[] = [];

export * from './domain/warehouse.ts';

export { AddZone, addZone } from './features/add-zone/add-zone.ts';
export { RegisterWarehouse, registerWarehouse } from './features/register-warehouse/register-warehouse.ts';
