import { byVillage, destinationOf, onNoRun } from './boxes-at-hand.ts';

const box = (station: string) => ({ box: station, station, contest: 'president' });
const boxes = [box('1601150002-001'), box('1601141011-007'), box('1601141012-001'), box('1601141011-008')];
const counts = (heaps: readonly { area: string; boxes: readonly unknown[] }[]) => heaps.map(({ area, boxes: ofIt }) => [area, ofIt.length]);

describe('the boxes at hand', () => {
  it('lie by village', () =>
    expect(counts(byVillage(boxes))).toEqual([
      ['1601141011', 2],
      ['1601141012', 1],
      ['1601150002', 1],
    ]));

  it('are on no run yet', () => {
    const planned = [
      { box: '1601150002-001', dispatch: 'r1' },
      { box: '1601141011-007', dispatch: null },
    ];
    expect(onNoRun(boxes, planned).map((each) => each.box)).toEqual(['1601141011-007', '1601141012-001', '1601141011-008']);
  });
});

it.each([
  [['1601141011'], '1601141011'],
  [['1601141011', '1601141012'], '160114'],
  [[], undefined],
])('a run to %j goes to %s', (villages, destination) => expect(destinationOf(villages)).toBe(destination));
