import { Module } from '@nestjs/common';
import { context } from '#cqrs';
import { logisticsObjections } from './domain/logistics.objections.ts';
import { lot } from './domain/lot.ts';
import { warehouse } from './domain/warehouse.ts';
import { addZone } from './features/add-zone/add-zone.ts';
import { correctQuantity } from './features/correct-quantity/correct-quantity.ts';
import { drawFromLot } from './features/draw-from-lot/draw-from-lot.ts';
import { inspectLot } from './features/inspect-lot/inspect-lot.ts';
import { moveLot } from './features/move-lot/move-lot.ts';
import { receiveDelivery } from './features/receive-delivery/receive-delivery.ts';
import { registerWarehouse } from './features/register-warehouse/register-warehouse.ts';
import { reportDamage } from './features/report-damage/report-damage.ts';
import { reportLoss } from './features/report-loss/report-loss.ts';
import { returnDraw } from './features/return-draw/return-draw.ts';
import { warehouses } from './features/warehouses/warehouses.ts';
import * as projections from './views/projections.ts';

@Module(
  context('logistics', {
    objections: logisticsObjections,
    streams: [warehouse, lot],
    commands: [registerWarehouse, addZone, receiveDelivery, inspectLot, moveLot, drawFromLot, returnDraw, reportDamage, reportLoss, correctQuantity],
    projections: Object.values(projections),
    queries: [warehouses],
  }),
)
export class LogisticsModule {}
