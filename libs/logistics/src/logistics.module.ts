import { Module } from '@nestjs/common';
import { context } from '#cqrs';
import { logisticsObjections } from './domain/logistics.objections.ts';
import { lot } from './domain/lot.ts';
import { warehouse } from './domain/warehouse.ts';
import { addZone } from './features/add-zone/add-zone.ts';
import { conditionLog } from './features/condition-log/condition-log.ts';
import { correctQuantity } from './features/correct-quantity/correct-quantity.ts';
import { drawFromLot } from './features/draw-from-lot/draw-from-lot.ts';
import { inspectLot } from './features/inspect-lot/inspect-lot.ts';
import { moveLot } from './features/move-lot/move-lot.ts';
import { planRequirement } from './features/plan-requirement/plan-requirement.ts';
import { receiveDelivery } from './features/receive-delivery/receive-delivery.ts';
import { recordConditionCheck } from './features/record-condition-check/record-condition-check.ts';
import { registerWarehouse } from './features/register-warehouse/register-warehouse.ts';
import { reportDamage } from './features/report-damage/report-damage.ts';
import { reportLoss } from './features/report-loss/report-loss.ts';
import { returnDraw } from './features/return-draw/return-draw.ts';
import { stockEquation } from './features/stock-equation/stock-equation.ts';
import { stockMovements } from './features/stock-movements/stock-movements.ts';
import { stock } from './features/stock/stock.ts';
import { warehouses } from './features/warehouses/warehouses.ts';
import * as projections from './views/projections.ts';

@Module(
  context('logistics', {
    objections: logisticsObjections,
    streams: [warehouse, lot],
    commands: [
      registerWarehouse,
      addZone,
      planRequirement,
      recordConditionCheck,
      receiveDelivery,
      inspectLot,
      moveLot,
      drawFromLot,
      returnDraw,
      reportDamage,
      reportLoss,
      correctQuantity,
    ],
    projections: Object.values(projections),
    queries: [warehouses, stock, stockEquation, stockMovements, conditionLog],
  }),
)
export class LogisticsModule {}
