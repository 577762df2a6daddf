import { specFor } from '#testing';
import { arrived, boxId, departed, destination, passed, planned, run } from '../../testing/boxes.ts';
import { recordCheckpoint } from './record-checkpoint.ts';

const { given } = specFor(recordCheckpoint);
const pass = { dispatch: run, destination, checkpoint: 'Simpang Kemelak' };
const plan = planned(boxId(1));

describe('record-checkpoint', () => {
  it('records where the truck passes', () =>
    given({ dispatch: [plan, departed, passed('Jembatan Ogan')] })
      .when(pass)
      .then(passed('Simpang Kemelak')));

  it('objects to a truck that has not left', () =>
    given({ dispatch: [plan] })
      .when(pass)
      .objects('logistics.dispatch-not-under-way'));

  it('objects to a truck that has arrived', () =>
    given({ dispatch: [plan, departed, arrived] })
      .when(pass)
      .objects('logistics.dispatch-not-under-way'));

  it('objects to another destination', () =>
    given({ dispatch: [plan, departed] })
      .when({ ...pass, destination: '160115' })
      .objects('logistics.dispatch-to-elsewhere'));
});
