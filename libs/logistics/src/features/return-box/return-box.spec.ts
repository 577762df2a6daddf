import { specFor } from '#testing';
import { boxReturned } from '../../domain/box.events.ts';
import { boxId, handed, kemelak, loaded, otherStation, packed, received, station, village, zone } from '../../testing/boxes.ts';
import { returnBox } from './return-box.ts';

const { given } = specFor(returnBox);
const back = { box: boxId(1), station, village };
const atStation = [packed, loaded, received, handed];

describe('return-box', () => {
  it('comes back from the station to the office of the village', () => given({ box: atStation }).when(back).then(boxReturned({ station, village })));

  it('comes off a truck, back into the warehouse', () =>
    given({ box: [packed, loaded] })
      .when({ ...back, warehouse: kemelak, zone })
      .then(boxReturned({ station, village, warehouse: kemelak, zone })));

  it('objects to a box that never left', () =>
    given({ box: [packed] })
      .when(back)
      .objects('logistics.box-not-away'));

  it('objects to a zone of no warehouse', () =>
    given({ box: atStation })
      .when({ ...back, zone })
      .objects('logistics.zone-without-warehouse'));

  it('objects to another station', () =>
    given({ box: atStation })
      .when({ ...back, station: otherStation })
      .objects('logistics.box-of-another-station'));
});
