import { compared, inAll, onTheWay, type Counted } from './counted.ts';

const of = (more: Partial<Counted>): Counted => ({
  area: '160114',
  place: 'in-warehouse',
  dispatch: null,
  truck: null,
  passed: null,
  next: null,
  boxes: 10,
  ...more,
});
const underWay = (passed: string, boxes = 5) => of({ place: 'on-truck', dispatch: 'r1', truck: 'under-way', passed, boxes });

describe('two answers side by side', () => {
  it('have one line for what is in the same place', () =>
    expect(compared([of({ boxes: 10 })], [of({ boxes: 12 })])).toMatchObject([{ stop: 'in-warehouse', now: 10, then: 12 }]));

  it('have two for a truck that was thought to be elsewhere', () =>
    expect(compared([underWay('Jembatan')], [underWay('Simpang')]).map(({ passed, now, then }) => [passed, now, then])).toEqual([
      ['Jembatan', 5, 0],
      ['Simpang', 0, 5],
    ]));

  it('go from the warehouse to the station, area by area', () =>
    expect(
      compared([of({ place: 'at-station' }), of({ area: '160101' }), of({ place: 'unknown' }), of({})], []).map(({ area, stop }) => `${area} ${stop}`),
    ).toEqual(['160101 in-warehouse', '160114 unknown', '160114 in-warehouse', '160114 at-station']));
});

it('adds up what is at each stop, and says between which checkpoints', () =>
  expect(onTheWay([of({}), underWay('Simpang', 3), underWay('Jembatan', 4), of({ place: 'on-truck', truck: null, boxes: 1 })])).toEqual([
    {
      area: '160114',
      at: { 'in-warehouse': 10, 'under-way': 7, loading: 1 },
      between: [
        ['Simpang', null],
        ['Jembatan', null],
      ],
    },
  ]));

it('counts all of them', () => expect(inAll([of({}), underWay('Simpang', 3)])).toBe(13));
