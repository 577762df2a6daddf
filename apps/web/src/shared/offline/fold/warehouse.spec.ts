import type { Content } from '../entry/content.ts';
import { withConditions, zoneTakenHere } from './conditions.ts';
import { withPlanned } from './planned.ts';
import { withRuns } from './runs.ts';
import { withEquation, withStock } from './stock.ts';
import { withZones } from './zones.ts';

const at = '2024-02-10T02:00:00.000Z';
const told = (name: string, body: Content['body']): Content => ({ name: `logistics.${name}`, headers: { 'Saksi-Occurred-At': at }, body });
const ofLot = { warehouse: 'w', lot: 'l1', item: 'ink' };
const lot = { lot: 'l1', item: 'ink', waybill: 'SJ-1', zone: 'z1', quantity: 100, damaged: 4, short: false };
const stock = (...waiting: readonly Content[]) => withStock({ items: [lot] }, { warehouse: 'w' }, waiting).items;

describe('the lots of a warehouse, with what waits', () => {
  it.each([
    [
      'inspect-lot',
      {
        good: 90,
        damaged: [
          { cause: 'rain', quantity: 3 },
          { cause: 'pest', quantity: 2 },
        ],
      },
      95,
    ],
    ['draw-from-lot', { quantity: 40 }, 60],
    ['draw-from-lot', { quantity: 40, condition: 'damaged' }, 100],
    ['return-draw', { quantity: 5 }, 105],
    ['report-damage', { quantity: 1 }, 99],
    ['report-loss', { quantity: 2 }, 98],
    ['correct-quantity', { quantity: 10, direction: 'more' }, 110],
    ['correct-quantity', { quantity: 10, direction: 'less' }, 90],
  ])('hold after %s %j: %i', (name, body, quantity) => expect(stock(told(name, { ...ofLot, ...body }))).toMatchObject([{ quantity, short: false }]));

  it('hold what was damaged until it is drawn to be destroyed', () =>
    expect(stock(told('report-damage', { ...ofLot, quantity: 2 }), told('draw-from-lot', { ...ofLot, quantity: 5, condition: 'damaged' }))).toMatchObject([
      { quantity: 98, damaged: 1 },
    ]));

  it('lie where they were carried', () => expect(stock(told('move-lot', { ...ofLot, zone: 'z2' }))).toMatchObject([{ zone: 'z2', quantity: 100 }]));

  it('are two once a part was put apart, once', () => {
    const apart = told('split-lot', { ...ofLot, into: 'l2', quantity: 30, zone: 'z2' });
    expect(stock(apart, apart)).toMatchObject([
      { lot: 'l1', quantity: 70, zone: 'z1' },
      { lot: 'l2', item: 'ink', waybill: null, quantity: 30, zone: 'z2' },
    ]);
  });

  it('say that more was taken than there was', () =>
    expect(stock(told('draw-from-lot', { ...ofLot, quantity: 101 }))).toMatchObject([{ quantity: 0, short: true }]));

  it('have those that were received here, once', () => {
    const received = told('receive-delivery', { warehouse: 'w', lot: 'l2', item: 'ink', quantity: 7, zone: 'z1', waybill: 'SJ-2' });
    expect(stock(received, received).map(({ lot: which, quantity }) => [which, quantity])).toEqual([
      ['l1', 100],
      ['l2', 7],
    ]);
  });

  it('know nothing of another warehouse', () => expect(stock(told('report-loss', { ...ofLot, warehouse: 'other', quantity: 5 }))).toEqual([lot]));
});

it('posts what waits twice, so that the equation still adds up', () => {
  const terms = (...names: readonly string[]) => names.map((term) => ({ term, quantity: 100, events: 1 }));
  const equation = {
    item: 'ink',
    cameIn: terms('received', 'corrected'),
    isIn: terms('stock', 'damaged', 'lost', 'drawn'),
    difference: 0,
    planned: 90,
    surplus: 10,
    alarms: [],
  };
  const waiting = [told('report-damage', { ...ofLot, quantity: 4 }), told('receive-delivery', { ...ofLot, lot: 'l2', quantity: 6 })];
  const [found] = withEquation({ items: [equation] }, { warehouse: 'w' }, waiting).items;
  expect(found?.cameIn.map(({ quantity }) => quantity)).toEqual([106, 100]);
  expect(found?.isIn.map(({ quantity }) => quantity)).toEqual([102, 104, 100, 100]);
  expect(found?.surplus).toBe(16);
});

it.each([
  [{ planned: 80, surplus: 20 }, 10],
  [{ planned: null, surplus: null }, 10],
])('counts the surplus of %j against what was planned here', (before, surplus) => {
  const equation = { item: 'ink', cameIn: [{ term: 'received', quantity: 100, events: 1 }], isIn: [], difference: 0, alarms: [], ...before };
  const plan = told('plan-requirement', { warehouse: 'w', item: 'ink', quantity: 90, basis: 'K-1' });
  expect(withEquation({ items: [equation] }, { warehouse: 'w' }, [plan]).items).toMatchObject([{ planned: 90, surplus, cameIn: equation.cameIn }]);
});

it('shows what was found in a zone here before what others found', () => {
  const checks = [
    told('record-condition-check', { warehouse: 'w', zone: 'z1', found: ['leak'], humidity: 90, photos: [] }),
    told('record-condition-check', { warehouse: 'v', zone: 'z9', found: [] }),
  ];
  expect(withConditions({ items: [{ zone: 'z1', found: [] }] }, { warehouse: 'w' }, checks).items).toMatchObject([
    { zone: 'z1', found: ['leak'], humidity: 90, at },
    { zone: 'z1', found: [] },
  ]);
});

it('shows a photograph that waits here, whether or not its check has been heard of', () => {
  const photo = told('photograph-zone', { warehouse: 'w', zone: 'z1', photo: 'aa', zonePhoto: { value: '/9j/4AAQ', salt: '' } });
  const check = told('record-condition-check', { warehouse: 'w', zone: 'z1', found: [], photos: ['aa', 'bb'] });
  const heard = { zone: 'z1', found: [], photos: ['cc', 'aa'], photosKept: ['cc'] };
  expect(withConditions({ items: [heard] }, { warehouse: 'w' }, [check, photo]).items).toMatchObject([
    { photos: ['aa', 'bb'], photosKept: ['aa'] },
    { photos: ['cc', 'aa'], photosKept: ['cc', 'aa'] },
  ]);
  expect(zoneTakenHere({ warehouse: 'w', photo: 'aa' }, [check, photo])).toEqual({ zone: 'z1', zonePhoto: '/9j/4AAQ', taken: at });
  expect(zoneTakenHere({ warehouse: 'w', photo: 'bb' }, [check, photo])).toBeUndefined();
});

describe('the board of runs, with what waits', () => {
  const plan = told('plan-dispatch', { dispatch: 'r1', destination: '160114', warehouse: 'w', vehicle: { value: 'BG 1 A' }, boxes: ['b1', 'b2'], due: at });
  const board = (area: string, ...waiting: readonly Content[]) => withRuns({ items: [] }, { area }, waiting).items;

  it('has the run that was planned here, and how far it came', () =>
    expect(board('1601', plan, plan, told('load-box', { dispatch: 'r1', box: 'b1', loaded: true }))).toMatchObject([
      { dispatch: 'r1', vehicle: 'BG 1 A', status: 'planned', planned: 2, loaded: 1, onTruck: 1 },
    ]));

  it('has none that goes elsewhere', () => expect(board('160115', plan)).toEqual([]));
});

describe('the zones of a warehouse, with what waits', () => {
  const warehouse = { warehouse: 'w', zones: [{ zone: 'z1', code: 'A-1', name: 'Tinta' }] };
  const added = (zone: string, of = 'w') => told('add-zone', { warehouse: of, zone, code: 'A-2', name: 'Segel' });
  const zones = (...waiting: readonly Content[]) => withZones({ items: [warehouse] }, {}, waiting).items[0]?.zones.map(({ zone }) => zone);

  it('have those that were set up here, once', () => expect(zones(added('z2'), added('z2'))).toEqual(['z1', 'z2']));
  it('have none of another warehouse', () => expect(zones(added('z2', 'v'))).toEqual(['z1']));
});

describe('which run a box is planned on, with what waits', () => {
  const planned = (box: string, dispatch: string | null) => ({ box, station: '1601141011-007', contest: null, dispatch, destination: null });
  const plan = told('plan-dispatch', { dispatch: 'r2', destination: '160114', boxes: ['b1', 'b2'] });

  it('is the one that was planned here, unless it was on one before', () =>
    expect(withPlanned({ items: [planned('b1', null), planned('b2', 'r1'), planned('b3', null)] }, {}, [plan]).items.map(({ dispatch }) => dispatch)).toEqual([
      'r2',
      'r1',
      null,
    ]));
});
