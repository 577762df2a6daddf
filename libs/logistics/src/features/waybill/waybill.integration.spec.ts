import { sealed } from '#testing';
import { dispatchDeparted } from '../../domain/dispatch.ts';
import { warehouseRegistered } from '../../domain/warehouse.ts';
import { arrived, boxId, destination, kemelak, loaded, packed, person, planned, received, run, station, village } from '../../testing/boxes.ts';
import { at, journey, ofBox, ofRun, tell } from '../../testing/journey.ts';
import { waybill } from './waybill.ts';

const circumstances = { actor: { user: person(1), role: 'dispatcher' as const }, now: at('12:00') };
const here = tell(`warehouse-${kemelak}`, warehouseRegistered({ village, name: 'Kemelak' }), '06:00');
const packing = [1, 2, 3].map((number) => ofBox(number, packed, '07:00'));
const planning = ofRun(planned(boxId(1), boxId(2), boxId(3)), '07:30');
const ask = { dispatch: run, destination };

describe('waybill', () => {
  it('says with what the truck left and who let it go, in both names', async () => {
    const told = journey(
      here,
      ...packing,
      planning,
      ofBox(1, loaded, '08:00'),
      ofBox(3, loaded, '08:01'),
      ofRun(dispatchDeparted({ destination, missing: [boxId(2)], confirmedBy: person(7), confirmedThrough: 'pin' }), '08:30'),
      ofRun(arrived, '10:00'),
      ofBox(1, received, '10:10'),
    );
    expect(await told.find(waybill, ask, circumstances)).toMatchObject({
      warehouseName: 'Kemelak',
      village,
      vehicle: sealed('BG 1234 FZ'),
      driverName: sealed('Sopir Contoh'),
      escort: [person(4)],
      plannedBoxes: 3,
      departed: '2024-02-12T08:30:00.000+07:00',
      load: [{ village, contest: 'president', boxes: 2 }],
      missing: [{ box: boxId(2), station }],
      signatures: [
        { what: 'logistics.dispatch-planned.v1', confirmedBy: null },
        { what: 'logistics.dispatch-departed.v1', at: '2024-02-12T08:30:00.000+07:00', confirmedBy: person(7), confirmedThrough: 'pin' },
        { what: 'logistics.dispatch-arrived.v1', village },
      ],
    });
  });

  it('says what was found at the truck: its seals, and what is not as planned', async () => {
    const found = { seals: ['TRK-001'], vehicle: sealed('BG 9876 FZ'), driver: person(9), driverName: sealed('Sopir Lain'), escort: [person(8)] };
    const told = journey(here, ...packing, planning, ofRun(dispatchDeparted({ destination, missing: [], ...found }), '08:30'));
    expect(await told.find(waybill, ask, circumstances)).toMatchObject({
      vehicle: sealed('BG 1234 FZ'),
      truckSeals: ['TRK-001'],
      foundVehicle: sealed('BG 9876 FZ'),
      foundDriver: person(9),
      foundDriverName: sealed('Sopir Lain'),
      foundEscort: [person(8)],
    });
    expect(await told.find(waybill, ask, { ...circumstances, now: at('08:00') })).toMatchObject({ truckSeals: null, foundVehicle: null, foundEscort: null });
  });

  it('lists what is planned while the truck has not left', async () =>
    expect(await journey(here, ...packing, planning, ofBox(1, loaded, '08:00')).find(waybill, ask, circumstances)).toMatchObject({
      departed: null,
      load: [{ village, contest: 'president', boxes: 3 }],
      missing: [],
    }));

  it('tells nothing to whoever names another destination', async () =>
    expect(await journey(planning).find(waybill, { dispatch: run, destination: '160115' }, circumstances)).toBeUndefined());
});
