import { nightAtKemelak, specFor, told } from '#testing';
import { boxLoaded, boxSealed, loadingRefused } from '../../domain/box.events.ts';
import { boxId, broken, departed, farStation, loaded, minute, otherRun, otherStation, packed, planned, run, sealedWith, station } from '../../testing/boxes.ts';
import { loadBox } from './load-box.ts';

const { given } = specFor(loadBox);
const load = { box: boxId(1), station, dispatch: run };
const ready = [packed, sealedWith('S-001')];
const plan = [planned(boxId(1))];
const elsewhere = { dispatch: otherRun, destination: '160115' };

describe('load-box', () => {
  it('loads a sealed box that the run is planned to carry', () => given({ box: ready, dispatch: plan, otherRun: null }).when(load).then(loaded));

  describe('keeps the attempt as evidence when', () => {
    it('the box belongs to another run, and says to which', () =>
      given({ box: ready, dispatch: [planned(boxId(2))], otherRun: elsewhere })
        .when(load)
        .then(loadingRefused({ station, dispatch: run, barriers: ['not-on-this-run'], belongsTo: otherRun, goesTo: '160115' })));

    it('the box is for another destination', () =>
      given({ box: [boxSealed({ station: farStation, seals: ['S-001'] })], dispatch: plan, otherRun: null })
        .when({ ...load, station: farStation })
        .then(loadingRefused({ station: farStation, dispatch: run, barriers: ['wrong-destination'] })));

    it('a seal is broken', () =>
      given({ box: [...ready, broken('S-001')], dispatch: plan, otherRun: null })
        .when(load)
        .then(loadingRefused({ station, dispatch: run, barriers: ['not-sealed'] })));

    it('the box is on a truck already', () =>
      given({ box: [...ready, boxLoaded({ station, dispatch: otherRun })], dispatch: plan, otherRun: null })
        .when(load)
        .then(loadingRefused({ station, dispatch: run, barriers: ['already-loaded'], on: otherRun })));

    it('nobody ever told of the box', () =>
      given({ dispatch: [planned(boxId(2))], otherRun: null })
        .when({ ...load, station: farStation })
        .then(loadingRefused({ station: farStation, dispatch: run, barriers: ['wrong-destination', 'not-on-this-run', 'not-sealed'] })));
  });

  describe('objects to having loaded', () => {
    const already = { ...load, loaded: true };

    it('a box of another run', () =>
      given({ box: ready, dispatch: [planned(boxId(2))], otherRun: elsewhere })
        .when(already)
        .objects('logistics.box-not-on-this-run', 'logistics.box-planned-for-another-run'));

    it('a box for another destination', () =>
      given({ box: [boxSealed({ station: farStation, seals: ['S-001'] })], dispatch: plan, otherRun: null })
        .when({ ...already, station: farStation })
        .objects('logistics.box-for-elsewhere'));

    it('a box without a seal', () =>
      given({ box: [packed], dispatch: plan, otherRun: null })
        .when(already)
        .objects('logistics.box-not-sealed'));

    it('a box that is on another truck', () =>
      given({ box: [...ready, boxLoaded({ station, dispatch: otherRun })], dispatch: plan, otherRun: null })
        .when(already)
        .objects('logistics.box-already-loaded'));

    it('but not a box that nothing kept off', () => given({ box: ready, dispatch: plan, otherRun: null }).when(already).then(loaded));
  });

  it('objects to a run that nobody planned', () => given({ box: ready, otherRun: null }).when(load).objects('logistics.dispatch-not-loading'));

  it('objects to a truck that has left', () =>
    given({ box: ready, dispatch: [...plan, departed], otherRun: null })
      .when(load)
      .objects('logistics.dispatch-not-loading'));

  it('does not mind that the truck has left since', () =>
    given({ box: ready, dispatch: [...plan, told(departed, { effectiveAt: nightAtKemelak + minute })], otherRun: null })
      .when(load, { recordedAt: nightAtKemelak + 60 * minute })
      .then(loaded));

  it('objects to a box of another station', () =>
    given({ box: ready, dispatch: plan, otherRun: null })
      .when({ ...load, station: otherStation })
      .objects('logistics.box-of-another-station'));
});
