import { Module } from '@nestjs/common';
import { context } from '#cqrs';
import { deploymentObjections } from './domain/deployment.objections.ts';
import { station } from './domain/station.ts';
import { areas } from './features/areas/areas.ts';
import { registerStation } from './features/register-station/register-station.ts';
import { stations } from './features/stations/stations.ts';
import * as projections from './views/projections.ts';

@Module(
  context('deployment', {
    objections: deploymentObjections,
    streams: [station],
    commands: [registerStation],
    projections: Object.values(projections),
    queries: [areas, stations],
  }),
)
export class DeploymentModule {}
