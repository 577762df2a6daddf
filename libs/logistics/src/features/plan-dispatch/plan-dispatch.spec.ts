import { nightAtKemelak, specFor } from '#testing';
import { boxSealed } from '../../domain/box.events.ts';
import { checkpointPassed } from '../../domain/dispatch.ts';
import { boxId, broken, destination, due, farStation, kemelak, packed, person, planned, run, sealedWith } from '../../testing/boxes.ts';
import { planDispatch } from './plan-dispatch.ts';

const { given } = specFor(planDispatch);
const plan = {
  dispatch: run,
  destination,
  warehouse: kemelak,
  vehicle: { value: 'BG 1234 FZ' },
  driver: person(3),
  driverName: { value: 'Sopir Contoh' },
  escort: [person(4)],
  boxes: [boxId(1), boxId(2)],
  due,
};
const ready = { [boxId(1)]: [packed, sealedWith('S-001')], [boxId(2)]: [packed, sealedWith('S-002')] };

describe('plan-dispatch', () => {
  it('plans a run with sealed boxes', () =>
    given({ boxes: ready, elsewhere: [] })
      .when(plan)
      .then(planned(boxId(1), boxId(2))));

  it('objects to planning it twice', () =>
    given({ dispatch: [planned(boxId(1))], boxes: ready, elsewhere: [] })
      .when(plan)
      .objects('logistics.dispatch-already-planned'));

  it('objects to a box without a seal', () =>
    given({ boxes: { ...ready, [boxId(2)]: [packed] }, elsewhere: [] })
      .when(plan)
      .objects('logistics.box-not-sealed'));

  it('objects to a box with a broken seal', () =>
    given({ boxes: { ...ready, [boxId(2)]: [packed, sealedWith('S-002', 'S-003'), broken('S-002')] }, elsewhere: [] })
      .when(plan)
      .objects('logistics.box-not-sealed'));

  it('objects to a box for a station elsewhere', () =>
    given({ boxes: { ...ready, [boxId(2)]: [boxSealed({ station: farStation, seals: ['S-002'] })] }, elsewhere: [] })
      .when(plan)
      .objects('logistics.box-for-elsewhere'));

  it('objects to a box that another run is to carry', () =>
    given({ boxes: ready, elsewhere: [boxId(2)] })
      .when(plan)
      .objects('logistics.box-in-another-run'));

  it('objects to a time that has passed', () =>
    given({ boxes: ready, elsewhere: [] })
      .when({ ...plan, due: nightAtKemelak })
      .objects('logistics.due-in-the-past'));

  it('objects to another destination than was told before', () =>
    given({ dispatch: [checkpointPassed({ destination: '1601', checkpoint: 'Simpang' })], boxes: ready, elsewhere: [] })
      .when(plan)
      .objects('logistics.dispatch-to-elsewhere'));
});
