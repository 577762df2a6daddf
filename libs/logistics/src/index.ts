import type { ProcessManager } from '#processes';
import { formSplitLots } from './processes/form-split-lots.ts';
import { noticeBoxContradictions } from './processes/notice-box-contradictions.ts';
import type { LogisticsSettings } from './processes/notice-box-contradictions.ts';
import { noticeOverdueDispatches } from './processes/notice-overdue-dispatches.ts';

export { LogisticsModule } from './logistics.module.ts';

/** The module of logistics' projections, for worker threads. */
export const logisticsProjections = new URL(`./views/projections${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;

export const logisticsProcesses = (settings: LogisticsSettings): readonly ProcessManager[] => [
  formSplitLots,
  noticeBoxContradictions(settings),
  noticeOverdueDispatches,
];

export * from './domain/box-contradiction.ts';
export * from './domain/box-plan.ts';
export * from './domain/box.events.ts';
export { box } from './domain/box.ts';
export type { Box } from './domain/box.ts';
export * from './domain/destruction.ts';
export * from './domain/dispatch.ts';
export * from './domain/lot.events.ts';
export { lot } from './domain/lot.ts';
export type { Lot } from './domain/lot.ts';
export * from './domain/warehouse.ts';

export { limitQuantities } from './features/fields.ts';
export { AddZone, addZone } from './features/add-zone/add-zone.ts';
export { ArriveDispatch, arriveDispatch } from './features/arrive-dispatch/arrive-dispatch.ts';
export { BoxCounts, boxCounts } from './features/box-counts/box-counts.ts';
export { BoxHistory, boxHistory } from './features/box-history/box-history.ts';
export { BoxWhereabouts, boxWhereabouts } from './features/box-whereabouts/box-whereabouts.ts';
export { BreakSeal, breakSeal } from './features/break-seal/break-seal.ts';
export { CorrectQuantity, correctQuantity } from './features/correct-quantity/correct-quantity.ts';
export { DepartDispatch, departDispatch } from './features/depart-dispatch/depart-dispatch.ts';
export { DestroySurplus, destroySurplus } from './features/destroy-surplus/destroy-surplus.ts';
export { DispatchBoard, dispatchBoard } from './features/dispatch-board/dispatch-board.ts';
export { DrawFromLot, drawFromLot } from './features/draw-from-lot/draw-from-lot.ts';
export { ExportEpcis, exportEpcis } from './features/export-epcis/export-epcis.ts';
export { HandBoxToStation, handBoxToStation } from './features/hand-box-to-station/hand-box-to-station.ts';
export { InspectLot, inspectLot } from './features/inspect-lot/inspect-lot.ts';
export { LoadBox, loadBox } from './features/load-box/load-box.ts';
export { manifest } from './features/manifest/manifest.ts';
export { PlanBox, planBox } from './features/plan-box/plan-box.ts';
export { PlannedBoxes, plannedBoxes } from './features/planned-boxes/planned-boxes.ts';
export { PlannedContents, plannedContents } from './features/planned-contents/planned-contents.ts';
export { MoveLot, moveLot } from './features/move-lot/move-lot.ts';
export { PackBox, packBox } from './features/pack-box/pack-box.ts';
export { PlanDispatch, planDispatch } from './features/plan-dispatch/plan-dispatch.ts';
export { PlanRequirement, planRequirement } from './features/plan-requirement/plan-requirement.ts';
export { ReceiveBox, receiveBox } from './features/receive-box/receive-box.ts';
export { ReceiveDelivery, receiveDelivery } from './features/receive-delivery/receive-delivery.ts';
export { RecordCheckpoint, recordCheckpoint } from './features/record-checkpoint/record-checkpoint.ts';
export { RecordStrayBox, recordStrayBox } from './features/record-stray-box/record-stray-box.ts';
export { PhotographZone, photographZone } from './features/photograph-zone/photograph-zone.ts';
export { RecordConditionCheck, recordConditionCheck } from './features/record-condition-check/record-condition-check.ts';
export { RegisterWarehouse, registerWarehouse } from './features/register-warehouse/register-warehouse.ts';
export { ReportBoxLoss, reportBoxLoss } from './features/report-box-loss/report-box-loss.ts';
export { ReportDamage, reportDamage } from './features/report-damage/report-damage.ts';
export { ReportDelay, reportDelay } from './features/report-delay/report-delay.ts';
export { ReportLoss, reportLoss } from './features/report-loss/report-loss.ts';
export { ReturnBox, returnBox } from './features/return-box/return-box.ts';
export { StockEquation, stockEquation } from './features/stock-equation/stock-equation.ts';
export { ReturnDraw, returnDraw } from './features/return-draw/return-draw.ts';
export { SealBox, sealBox } from './features/seal-box/seal-box.ts';
export { SplitLot, splitLot } from './features/split-lot/split-lot.ts';
export { StandingContradictions, standingContradictions } from './features/standing-contradictions/standing-contradictions.ts';
export { WarehouseFound, Warehouses, warehouses } from './features/warehouses/warehouses.ts';
