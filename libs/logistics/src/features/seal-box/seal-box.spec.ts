import { nightAtKemelak, specFor, told } from '#testing';
import { boxSealed } from '../../domain/box.events.ts';
import { boxId, broken, loaded, minute, otherStation, packed, received, sealedWith, station } from '../../testing/boxes.ts';
import { sealBox } from './seal-box.ts';

const { given } = specFor(sealBox);
const seal = { box: boxId(1), station, seals: ['S-002', 'S-001'] };
const sealed = boxSealed({ station, seals: ['S-001', 'S-002'] });

describe('seal-box', () => {
  it('puts seals on a packed box', () =>
    given({ box: [packed], onOthers: [] })
      .when(seal)
      .then(sealed));

  it('puts a new seal on in the office of a village', () =>
    given({ box: [packed, sealedWith('S-009'), loaded, received, broken('S-009')], onOthers: [] })
      .when(seal)
      .then(sealed));

  it('objects to a number that another box bears', () =>
    given({ box: [packed], onOthers: ['S-002'] })
      .when(seal)
      .objects('logistics.seal-used-before'));

  it('objects to the number of a seal that was broken', () =>
    given({ box: [packed, sealedWith('S-001'), broken('S-001')], onOthers: [] })
      .when(seal)
      .objects('logistics.seal-used-before'));

  it('objects to a box that nobody packed', () => given({ onOthers: [] }).when(seal).objects('logistics.box-not-at-hand'));

  it('objects to a box on a truck', () =>
    given({ box: [packed, loaded], onOthers: [] })
      .when(seal)
      .objects('logistics.box-not-at-hand'));

  it('goes by where the box was then, when it is told late', () =>
    given({ box: [packed, told(loaded, { effectiveAt: nightAtKemelak + minute })], onOthers: [] })
      .when(seal, { recordedAt: nightAtKemelak + 60 * minute })
      .then(sealed));

  it('objects to a box of another station', () =>
    given({ box: [packed], onOthers: [] })
      .when({ ...seal, station: otherStation })
      .objects('logistics.box-of-another-station'));
});
