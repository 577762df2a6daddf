import { Module } from '@nestjs/common';
import { context } from '#cqrs';
import { logisticsObjections } from './domain/logistics.objections.ts';
import { warehouse } from './domain/warehouse.ts';
import { addZone } from './features/add-zone/add-zone.ts';
import { registerWarehouse } from './features/register-warehouse/register-warehouse.ts';
import { warehouses } from './features/warehouses/warehouses.ts';
import * as projections from './views/projections.ts';

@Module(
  context('logistics', {
    objections: logisticsObjections,
    streams: [warehouse],
    commands: [registerWarehouse, addZone],
    projections: Object.values(projections),
    queries: [warehouses],
  }),
)
export class LogisticsModule {}
