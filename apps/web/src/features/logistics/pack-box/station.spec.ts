import { asStation, isStation } from './station.ts';

it.each([
  ['16011410', '16011410'],
  ['1601141011', '1601141011'],
  ['16011410110', '1601141011-0'],
  ['1601141011007', '1601141011-007'],
  ['1601141011-0071', '1601141011-007'],
])('%s is shown as %s', (typed, shown) => expect(asStation(typed)).toBe(shown));

it('is a station once it is whole', () => expect(['1601141011-007', '1601141011-00', '1601141011'].map(isStation)).toEqual([true, false, false]));
