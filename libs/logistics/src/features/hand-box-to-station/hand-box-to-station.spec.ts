import { specFor } from '#testing';
import { boxId, handed, loaded, otherStation, packed, person, received, sealedWith, station } from '../../testing/boxes.ts';
import { handBoxToStation } from './hand-box-to-station.ts';

const { given } = specFor(handBoxToStation);
const hand = { box: boxId(1), station, receiver: person(2), receiverName: { value: 'Ketua Contoh' } };
const atOffice = [packed, sealedWith('S-001', 'S-002'), loaded, received];

describe('hand-box-to-station', () => {
  it('hands a box that the office received to its station', () => given({ box: atOffice }).when(hand).then(handed));

  it('objects to a box that is still on its truck', () =>
    given({ box: [packed, loaded] })
      .when(hand)
      .objects('logistics.box-not-at-office'));

  it('objects to handing it over twice', () =>
    given({ box: [...atOffice, handed] })
      .when(hand)
      .objects('logistics.box-not-at-office'));

  it('objects to another station', () =>
    given({ box: atOffice })
      .when({ ...hand, station: otherStation })
      .objects('logistics.box-of-another-station'));
});
