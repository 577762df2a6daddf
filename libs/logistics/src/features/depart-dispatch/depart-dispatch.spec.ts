import { specFor } from '#testing';
import { dispatchDeparted } from '../../domain/dispatch.ts';
import { boxId, departed, destination, person, planned, run } from '../../testing/boxes.ts';
import { departDispatch } from './depart-dispatch.ts';

const { given } = specFor(departDispatch);
const second = person(5);
const secondPerson = { user: second, pin: '240214' };
const depart = { dispatch: run, destination, missing: [], secondPerson };
const consent = { confirmedBy: second, confirmedThrough: 'pin' } as const;
const plan = [planned(boxId(1), boxId(2))];

describe('depart-dispatch', () => {
  it('lets a truck go that carries what was planned', () =>
    given({ dispatch: plan, onTruck: [boxId(1), boxId(2)] })
      .when(depart)
      .then(dispatchDeparted({ destination, missing: [], ...consent })));

  it('lets it go without a planned box that is named', () =>
    given({ dispatch: plan, onTruck: [boxId(1)] })
      .when({ ...depart, missing: [boxId(2)] })
      .then(dispatchDeparted({ destination, missing: [boxId(2)], ...consent })));

  it('objects to a planned box that is not on it and not named', () =>
    given({ dispatch: plan, onTruck: [boxId(1)] })
      .when(depart)
      .objects('logistics.planned-boxes-missing'));

  it('objects to naming a box that is on it', () =>
    given({ dispatch: plan, onTruck: [boxId(1), boxId(2)] })
      .when({ ...depart, missing: [boxId(2)] })
      .objects('logistics.named-not-missing'));

  it('objects to one signature alone', () =>
    given({ dispatch: plan, onTruck: [boxId(1), boxId(2)] })
      .when({ dispatch: run, destination, missing: [] })
      .objects('logistics.second-signature-needed'));

  it('objects to leaving twice', () =>
    given({ dispatch: [...plan, departed], onTruck: [boxId(1), boxId(2)] })
      .when(depart)
      .objects('logistics.dispatch-not-loading'));

  it('objects to a run that nobody planned', () => given({ onTruck: [] }).when(depart).objects('logistics.dispatch-not-loading'));

  it('objects to another destination', () =>
    given({ dispatch: plan, onTruck: [boxId(1), boxId(2)] })
      .when({ ...depart, destination: '160115' })
      .objects('logistics.dispatch-to-elsewhere'));
});
