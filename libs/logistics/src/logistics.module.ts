import { Module } from '@nestjs/common';
import { context } from '#cqrs';
import { boxContradiction } from './domain/box-contradiction.ts';
import { boxPlan } from './domain/box-plan.ts';
import { box } from './domain/box.ts';
import { destruction } from './domain/destruction.ts';
import { dispatch } from './domain/dispatch.ts';
import { logisticsObjections } from './domain/logistics.objections.ts';
import { lot } from './domain/lot.ts';
import { warehouse } from './domain/warehouse.ts';
import { addZone } from './features/add-zone/add-zone.ts';
import { arriveDispatch } from './features/arrive-dispatch/arrive-dispatch.ts';
import { boxCounts } from './features/box-counts/box-counts.ts';
import { boxHistory } from './features/box-history/box-history.ts';
import { boxWhereabouts } from './features/box-whereabouts/box-whereabouts.ts';
import { breakSeal } from './features/break-seal/break-seal.ts';
import { conditionLog } from './features/condition-log/condition-log.ts';
import { correctQuantity } from './features/correct-quantity/correct-quantity.ts';
import { departDispatch } from './features/depart-dispatch/depart-dispatch.ts';
import { destroySurplus } from './features/destroy-surplus/destroy-surplus.ts';
import { dispatchBoard } from './features/dispatch-board/dispatch-board.ts';
import { drawFromLot } from './features/draw-from-lot/draw-from-lot.ts';
import { explainContradiction } from './features/explain-contradiction/explain-contradiction.ts';
import { exportEpcis } from './features/export-epcis/export-epcis.ts';
import { formLot } from './features/form-lot/form-lot.ts';
import { handBoxToStation } from './features/hand-box-to-station/hand-box-to-station.ts';
import { inspectLot } from './features/inspect-lot/inspect-lot.ts';
import { loadBox } from './features/load-box/load-box.ts';
import { manifest } from './features/manifest/manifest.ts';
import { moveLot } from './features/move-lot/move-lot.ts';
import { noticeContradiction } from './features/notice-contradiction/notice-contradiction.ts';
import { noticeOverdueDispatch } from './features/notice-overdue-dispatch/notice-overdue-dispatch.ts';
import { packBox } from './features/pack-box/pack-box.ts';
import { photographZone } from './features/photograph-zone/photograph-zone.ts';
import { planBox } from './features/plan-box/plan-box.ts';
import { planDispatch } from './features/plan-dispatch/plan-dispatch.ts';
import { plannedBoxes } from './features/planned-boxes/planned-boxes.ts';
import { plannedContents } from './features/planned-contents/planned-contents.ts';
import { planRequirement } from './features/plan-requirement/plan-requirement.ts';
import { receiveBox } from './features/receive-box/receive-box.ts';
import { receiveDelivery } from './features/receive-delivery/receive-delivery.ts';
import { recordCheckpoint } from './features/record-checkpoint/record-checkpoint.ts';
import { recordStrayBox } from './features/record-stray-box/record-stray-box.ts';
import { recordConditionCheck } from './features/record-condition-check/record-condition-check.ts';
import { registerWarehouse } from './features/register-warehouse/register-warehouse.ts';
import { reportBoxLoss } from './features/report-box-loss/report-box-loss.ts';
import { reportDamage } from './features/report-damage/report-damage.ts';
import { reportDelay } from './features/report-delay/report-delay.ts';
import { reportLoss } from './features/report-loss/report-loss.ts';
import { returnBox } from './features/return-box/return-box.ts';
import { returnDraw } from './features/return-draw/return-draw.ts';
import { sealBox } from './features/seal-box/seal-box.ts';
import { settleContradiction } from './features/settle-contradiction/settle-contradiction.ts';
import { splitLot } from './features/split-lot/split-lot.ts';
import { standingContradictions } from './features/standing-contradictions/standing-contradictions.ts';
import { stockEquation } from './features/stock-equation/stock-equation.ts';
import { stockMovements } from './features/stock-movements/stock-movements.ts';
import { stock } from './features/stock/stock.ts';
import { warehouses } from './features/warehouses/warehouses.ts';
import { zonePhoto } from './features/zone-photo/zone-photo.ts';
import { boxLabels } from './features/box-labels/box-labels.ts';
import { destructionMinutes } from './features/destruction-minutes/destruction-minutes.ts';
import { goodsReceipt } from './features/goods-receipt/goods-receipt.ts';
import { runReceipt } from './features/run-receipt/run-receipt.ts';
import { waybill } from './features/waybill/waybill.ts';
import { papers } from './papers/papers.ts';
import * as projections from './views/projections.ts';

@Module(
  context('logistics', {
    objections: logisticsObjections,
    streams: [warehouse, lot, boxPlan, box, dispatch, destruction, boxContradiction],
    commands: [
      registerWarehouse,
      addZone,
      planRequirement,
      recordConditionCheck,
      photographZone,
      receiveDelivery,
      inspectLot,
      moveLot,
      splitLot,
      formLot,
      drawFromLot,
      returnDraw,
      reportDamage,
      reportLoss,
      correctQuantity,
      planBox,
      packBox,
      sealBox,
      breakSeal,
      planDispatch,
      loadBox,
      departDispatch,
      recordStrayBox,
      recordCheckpoint,
      reportDelay,
      arriveDispatch,
      receiveBox,
      handBoxToStation,
      returnBox,
      reportBoxLoss,
      destroySurplus,
      noticeOverdueDispatch,
      noticeContradiction,
      settleContradiction,
      explainContradiction,
    ],
    projections: Object.values(projections),
    queries: [
      warehouses,
      stock,
      stockEquation,
      stockMovements,
      conditionLog,
      zonePhoto,
      boxWhereabouts,
      boxCounts,
      boxHistory,
      dispatchBoard,
      manifest,
      plannedBoxes,
      plannedContents,
      standingContradictions,
      exportEpcis,
      waybill,
      runReceipt,
      goodsReceipt,
      destructionMinutes,
      boxLabels,
    ],
    besides: papers,
  }),
)
export class LogisticsModule {}
