import { objectionsOf } from '#kernel';

/** Everything that can stand against a command of deployment, with what a person reads. */
export const deploymentObjections = objectionsOf({
  'deployment.station-unchanged': {
    id: 'TPS {station} sudah terdaftar persis seperti itu.',
    en: 'Station {station} is registered already, just like that.',
  },
});
