import { specFor } from '#testing';
import { boxReceived, sealMismatchFound } from '../../domain/box.events.ts';
import { arrived, boxId, departed, loaded, otherRun, otherStation, packed, planned, received, run, sealedWith, station, village } from '../../testing/boxes.ts';
import { receiveBox } from './receive-box.ts';

const { given } = specFor(receiveBox);
const receive = { box: boxId(1), station, dispatch: run, village, seals: ['S-002', 'S-001'] };
const onTruck = [packed, sealedWith('S-001', 'S-002'), loaded];
const there = [planned(boxId(1)), departed, arrived];

describe('receive-box', () => {
  it('takes a box with its seals as they were put on', () => given({ box: onTruck, dispatch: there }).when(receive).then(received));

  it('finds that a seal is another one', () =>
    given({ box: onTruck, dispatch: there })
      .when({ ...receive, seals: ['S-001', 'S-777'] })
      .then(
        boxReceived({ station, dispatch: run, village, seals: ['S-001', 'S-777'] }),
        sealMismatchFound({ station, dispatch: run, village, sealed: ['S-001', 'S-002'], found: ['S-001', 'S-777'] }),
      ));

  it('finds that no seal is left', () =>
    given({ box: onTruck, dispatch: there })
      .when({ ...receive, seals: [] })
      .then(
        boxReceived({ station, dispatch: run, village, seals: [] }),
        sealMismatchFound({ station, dispatch: run, village, sealed: ['S-001', 'S-002'], found: [] }),
      ));

  it('objects to a box that is on no truck', () =>
    given({ box: [packed, sealedWith('S-001', 'S-002')], dispatch: there })
      .when(receive)
      .objects('logistics.box-not-on-this-run'));

  it('objects to a box of another run', () =>
    given({ box: onTruck, dispatch: there })
      .when({ ...receive, dispatch: otherRun })
      .objects('logistics.box-not-on-this-run'));

  it('objects to receiving before the truck arrives', () =>
    given({ box: onTruck, dispatch: [planned(boxId(1)), departed] })
      .when(receive)
      .objects('logistics.dispatch-not-arrived'));

  it('objects to a box of another station', () =>
    given({ box: onTruck, dispatch: there })
      .when({ ...receive, station: otherStation })
      .objects('logistics.box-of-another-station'));
});
