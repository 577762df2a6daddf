import { sealed, specFor } from '#testing';
import { dispatchDeparted, dispatchPlanned } from '../../domain/dispatch.ts';
import { boxId, departed, destination, due, kemelak, person, planned, run } from '../../testing/boxes.ts';
import { departDispatch } from './depart-dispatch.ts';

const { given } = specFor(departDispatch);
const second = person(5);
const secondPerson = { user: second, pin: '240214' };
const seals = ['TRK-001', 'TRK-002'];
const depart = { dispatch: run, destination, missing: [], seals: ['TRK-002', 'TRK-001'], secondPerson };
const left = { destination, missing: [], seals, confirmedBy: second, confirmedThrough: 'pin' } as const;
const plan = [planned(boxId(1), boxId(2))];

describe('depart-dispatch', () => {
  it('lets a truck go that carries what was planned', () =>
    given({ dispatch: plan, onTruck: [boxId(1), boxId(2)] })
      .when(depart)
      .then(dispatchDeparted(left)));

  it('lets it go without a planned box that is named', () =>
    given({ dispatch: plan, onTruck: [boxId(1)] })
      .when({ ...depart, missing: [boxId(2)] })
      .then(dispatchDeparted({ ...left, missing: [boxId(2)] })));

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
      .when({ dispatch: run, destination, missing: [], seals })
      .objects('logistics.second-signature-needed'));

  it('objects when nobody says which seals are on its doors', () =>
    given({ dispatch: plan, onTruck: [boxId(1), boxId(2)] })
      .when({ dispatch: run, destination, missing: [], secondPerson })
      .objects('logistics.truck-seals-not-said'));

  describe('keeps what was found at the truck', () => {
    const whole = { dispatch: plan, onTruck: [boxId(1), boxId(2)] };

    it('that it bears no seal', () =>
      given(whole)
        .when({ ...depart, seals: [] })
        .then(dispatchDeparted({ ...left, seals: [] })));

    it('another plate', () =>
      given(whole)
        .when({ ...depart, driver: person(3), vehicle: { value: 'BG 9876 FZ' } })
        .then(dispatchDeparted({ ...left, vehicle: sealed('BG 9876 FZ') })));

    it('another driver', () =>
      given(whole)
        .when({ ...depart, driver: person(9), driverName: { value: 'Sopir Lain' } })
        .then(dispatchDeparted({ ...left, driver: person(9), driverName: sealed('Sopir Lain') })));

    it('others who go along', () =>
      given(whole)
        .when({ ...depart, escort: [person(8), person(4)] })
        .then(dispatchDeparted({ ...left, escort: [person(4), person(8)] })));

    it('others who go along and have no account', () =>
      given(whole)
        .when({ ...depart, escortOthers: { value: 'Bripda Contoh dan Serda Contoh' } })
        .then(dispatchDeparted({ ...left, escortOthers: sealed('Bripda Contoh dan Serda Contoh') })));

    it('that nobody goes along', () =>
      given(whole)
        .when({ ...depart, escort: [] })
        .then(dispatchDeparted({ ...left, escort: [] })));

    it('and not again what the plan says', () => {
      const guards = { ...planned(boxId(1), boxId(2)).data, escort: [person(6), person(4)], warehouse: kemelak, due };
      return given({ ...whole, dispatch: [dispatchPlanned(guards)] })
        .when({ ...depart, driver: person(3), driverName: { value: 'Sopir Contoh' }, escort: [person(4), person(6)] })
        .then(dispatchDeparted(left));
    });
  });

  it('says at once what is not as planned', () => {
    const hears = departDispatch.notices['logistics.truck-not-as-planned'];
    expect(hears?.(dispatchDeparted({ ...left, escort: [], vehicle: sealed('BG 9876 FZ') }))).toEqual({ differs: ['vehicle', 'escort'] });
    expect(hears?.(dispatchDeparted({ ...left, escortOthers: sealed('Bripda Contoh') }))).toEqual({ differs: ['escortOthers'] });
    expect(hears?.(dispatchDeparted(left))).toBe(false);
  });

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
