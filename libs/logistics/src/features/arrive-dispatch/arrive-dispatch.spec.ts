import { specFor } from '#testing';
import { dispatchArrived } from '../../domain/dispatch.ts';
import { arrived, boxId, departed, departedWith, destination, planned, run, village } from '../../testing/boxes.ts';
import { arriveDispatch } from './arrive-dispatch.ts';

const { given } = specFor(arriveDispatch);
const arrive = { dispatch: run, destination, village };
const plan = planned(boxId(1));

describe('arrive-dispatch', () => {
  it('ends the way of the truck', () =>
    given({ dispatch: [plan, departed] })
      .when(arrive)
      .then(arrived));

  describe('with the seals of the truck as they were found', () => {
    const looked = (...seals: string[]) => given({ dispatch: [plan, departedWith('TRK-001', 'TRK-002')] }).when({ ...arrive, seals });

    it('keeps those that it left with', () => looked('TRK-002', 'TRK-001').then(dispatchArrived({ destination, village, seals: ['TRK-001', 'TRK-002'] })));

    it('keeps others, with those that it left with', () =>
      looked('TRK-001', 'TRK-777').then(dispatchArrived({ destination, village, seals: ['TRK-001', 'TRK-777'], sealed: ['TRK-001', 'TRK-002'] })));

    it('keeps that there is none', () => looked().then(dispatchArrived({ destination, village, seals: [], sealed: ['TRK-001', 'TRK-002'] })));

    it('compares with nothing when nobody said what it left with', () =>
      given({ dispatch: [plan, departed] })
        .when({ ...arrive, seals: ['TRK-001'] })
        .then(dispatchArrived({ destination, village, seals: ['TRK-001'] })));

    it('says at once that they are others', () => {
      const hears = arriveDispatch.notices['logistics.truck-seals-not-as-departed'];
      expect(hears?.(dispatchArrived({ destination, village, seals: [], sealed: ['TRK-001'] }))).toEqual({ sealed: ['TRK-001'], found: [] });
      expect(hears?.(dispatchArrived({ destination, village, seals: ['TRK-001'] }))).toBe(false);
    });
  });

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
