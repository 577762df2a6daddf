import type { Writing } from '#paper';
import type { Waybill } from '../features/waybill/waybill.ts';
import { accountsOfRun, factsOfRun } from './waybill.paper.ts';

const asPlanned = {
  dispatch: 'run',
  destination: '160114',
  warehouse: null,
  warehouseName: null,
  village: null,
  vehicle: 'BG 1234 FZ',
  driver: 'driver',
  driverName: 'Sopir Contoh',
  escort: ['guard-1'],
  planned: null,
  due: null,
  departed: '2024-02-12T08:30:00.000+07:00',
  truckSeals: ['TRK-001', 'TRK-002'],
  foundVehicle: null,
  foundDriver: null,
  foundDriverName: null,
  foundEscort: null,
  foundEscortOthers: null,
  plannedBoxes: 0,
  load: [],
  missing: [],
  signatures: [],
} satisfies Waybill;
const writing: Writing = { language: 'id', nameOf: () => undefined, placeOf: (area) => (area === '160114' ? 'Baturaja Timur (160114)' : area) };
const printed = (run: Partial<Waybill>) => Object.fromEntries(factsOfRun({ ...asPlanned, ...run }, writing).map(({ label, value }) => [label, value]));

describe('what stands on a waybill of the truck', () => {
  it('is what was planned, and its seals, when it left so', () =>
    expect(printed({})).toMatchObject({
      'Nomor polisi kendaraan': 'BG 1234 FZ',
      Pengemudi: 'Sopir Contoh',
      Pengawal: 'guard-1',
      'Segel pintu truk': 'TRK-001 TRK-002',
    }));

  it('is what was found, with the plan beside it, when it left otherwise', () =>
    expect(printed({ foundVehicle: 'BG 9876 FZ', foundDriverName: 'Sopir Lain', foundEscort: ['guard-2'], truckSeals: [] })).toMatchObject({
      'Nomor polisi kendaraan': 'BG 9876 FZ (direncanakan: BG 1234 FZ)',
      Pengemudi: 'Sopir Lain (direncanakan: Sopir Contoh)',
      Pengawal: 'guard-2 (direncanakan: guard-1)',
      'Segel pintu truk': 'tidak ada',
    }));

  it('says who went along besides, also where nobody with an account did', () => {
    expect(printed({ foundEscortOthers: 'Bripda Contoh, Polsek' })['Pengawal']).toBe('guard-1, Bripda Contoh, Polsek (direncanakan: guard-1)');
    expect(printed({ foundEscort: [], foundEscortOthers: 'Bripda Contoh' })['Pengawal']).toBe('Bripda Contoh (direncanakan: guard-1)');
    expect(printed({ foundEscort: [] })['Pengawal']).toBe('tidak ada (direncanakan: guard-1)');
  });

  it('names the place that it goes to, with its code', () => {
    expect(printed({})['Tujuan']).toBe('Baturaja Timur (160114)');
    expect(printed({ destination: '160199' })['Tujuan']).toBe('160199');
  });

  it('says of an old departure that nobody told its seals', () => expect(printed({ truckSeals: null })['Segel pintu truk']).toBe('—'));

  it('has no seals before it left', () => expect(printed({ departed: null })).not.toHaveProperty('Segel pintu truk'));

  it('names whoever went along instead', () => expect(accountsOfRun({ ...asPlanned, foundEscort: ['guard-2'] })).toEqual(['guard-1', 'guard-2']));
});
