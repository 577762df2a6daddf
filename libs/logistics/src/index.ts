import type { ProcessManager } from '#processes';

export { LogisticsModule } from './logistics.module.ts';

/** The module of logistics' projections, for worker threads. */
export const logisticsProjections = new URL(`./views/projections${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;

export const logisticsProcesses: readonly ProcessManager[] = [];

export * from './domain/lot.events.ts';
export { lot } from './domain/lot.ts';
export type { Lot } from './domain/lot.ts';
export * from './domain/warehouse.ts';

export { AddZone, addZone } from './features/add-zone/add-zone.ts';
export { CorrectQuantity, correctQuantity } from './features/correct-quantity/correct-quantity.ts';
export { DrawFromLot, drawFromLot } from './features/draw-from-lot/draw-from-lot.ts';
export { InspectLot, inspectLot } from './features/inspect-lot/inspect-lot.ts';
export { MoveLot, moveLot } from './features/move-lot/move-lot.ts';
export { PlanRequirement, planRequirement } from './features/plan-requirement/plan-requirement.ts';
export { ReceiveDelivery, receiveDelivery } from './features/receive-delivery/receive-delivery.ts';
export { RecordConditionCheck, recordConditionCheck } from './features/record-condition-check/record-condition-check.ts';
export { RegisterWarehouse, registerWarehouse } from './features/register-warehouse/register-warehouse.ts';
export { ReportDamage, reportDamage } from './features/report-damage/report-damage.ts';
export { ReportLoss, reportLoss } from './features/report-loss/report-loss.ts';
export { ReturnDraw, returnDraw } from './features/return-draw/return-draw.ts';
