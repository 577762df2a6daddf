import { specFor } from '#testing';
import { strayBoxSeen } from '../../domain/dispatch.ts';
import { boxId, departed, destination, planned, run } from '../../testing/boxes.ts';
import { recordStrayBox } from './record-stray-box.ts';

const { given } = specFor(recordStrayBox);
const station = '1608011001-007';
const stray = { dispatch: run, destination, box: boxId(9), station };
const seen = strayBoxSeen({ destination, box: boxId(9), station });

describe('record-stray-box', () => {
  it('records that it stood before the truck', () =>
    given({ dispatch: [planned(boxId(1))] })
      .when(stray)
      .then(seen));

  it('records it also when the truck has left, or nobody planned it', async () => {
    await given({ dispatch: [planned(boxId(1)), departed] })
      .when(stray)
      .then(seen);
    await given({}).when(stray).then(seen);
  });

  it('objects to a box of where the run goes: that is loaded or kept off', () =>
    given({ dispatch: [planned(boxId(1))] })
      .when({ ...stray, station: `${destination}1011-007` })
      .objects('logistics.box-not-stray'));

  it('objects to another destination', () =>
    given({ dispatch: [planned(boxId(1))] })
      .when({ ...stray, destination: '160115' })
      .objects('logistics.dispatch-to-elsewhere'));
});
