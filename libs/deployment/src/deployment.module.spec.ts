import { knownContexts } from '#cqrs';
import { describeObjections } from '#testing';
import { deploymentObjections } from './domain/deployment.objections.ts';
import './deployment.module.ts';
import { seven } from './testing/stations.ts';

describeObjections({
  context: 'deployment',
  catalogue: deploymentObjections,
  commands: knownContexts().get('deployment')?.commands ?? [],
  raised: { 'deployment.station-unchanged': [seven, { station: { registrations: [{ at: 0, registration: seven }] } }] },
});
