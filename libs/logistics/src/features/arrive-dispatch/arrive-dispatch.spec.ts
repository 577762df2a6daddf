import { specFor } from '#testing';
import { arrived, boxId, departed, destination, planned, run, village } from '../../testing/boxes.ts';
import { arriveDispatch } from './arrive-dispatch.ts';

const { given } = specFor(arriveDispatch);
const arrive = { dispatch: run, destination, village };
const plan = planned(boxId(1));

describe('arrive-dispatch', () => {
  it('ends the way of the truck', () =>
    given({ dispatch: [plan, departed] })
      .when(arrive)
      .then(arrived));

  it('objects to a truck that has not left', () =>
    given({ dispatch: [plan] })
      .when(arrive)
      .objects('logistics.dispatch-not-under-way'));

  it('objects to arriving twice', () =>
    given({ dispatch: [plan, departed, arrived] })
      .when(arrive)
      .objects('logistics.dispatch-not-under-way'));

  it('objects to a village where it was not to go', () =>
    given({ dispatch: [plan, departed] })
      .when({ ...arrive, village: '1601150002' })
      .objects('logistics.arrived-elsewhere'));

  it('objects to another destination', () =>
    given({ dispatch: [plan, departed] })
      .when({ ...arrive, destination: '1601' })
      .objects('logistics.dispatch-to-elsewhere'));
});
