import { sealed, specFor } from '#testing';
import { boxLossReported } from '../../domain/box.events.ts';
import { boxId, loaded, otherStation, packed, person, station } from '../../testing/boxes.ts';
import { reportBoxLoss } from './report-box-loss.ts';

const { given } = specFor(reportBoxLoss);
const incident = person(9);
const report = { box: boxId(1), station, incident, circumstances: { value: 'Truk terbakar di jalan.' } };
const lost = boxLossReported({ station, incident, circumstances: sealed('Truk terbakar di jalan.') });

describe('report-box-loss', () => {
  it('says that nobody knows where a box is', () =>
    given({ box: [packed, loaded] })
      .when(report)
      .then(lost));

  it('says where it was last seen', () =>
    given({ box: [packed, loaded] })
      .when({ ...report, lastSeen: { value: 'Di bak truk, pukul 10.' } })
      .then(boxLossReported({ ...lost.data, lastSeen: sealed('Di bak truk, pukul 10.') })));

  it('objects to a box that nobody packed', () => given({}).when(report).objects('logistics.box-not-known'));

  it('objects to losing it twice', () =>
    given({ box: [packed, lost] })
      .when(report)
      .objects('logistics.box-not-known'));

  it('objects to another station', () =>
    given({ box: [packed] })
      .when({ ...report, station: otherStation })
      .objects('logistics.box-of-another-station'));
});
