import { entryOf, momentOf, type Line } from './line.ts';

const line: Line = {
  key: 'k',
  time: '00:10',
  what: 'guest-left',
  whose: { visit: 'v', guest: 'g', name: 'Tamu Satu' },
  identityType: undefined,
  purpose: '',
  door: undefined,
  badge: '',
  reason: undefined,
};
const from = '2023-11-30T23:50';

it.each([
  ['23:55', '2023-11-30T23:55:00+07:00'],
  ['00:10', '2023-12-01T00:10:00+07:00'],
  ['1', undefined],
])('a page that began before midnight means by %s the moment %s', (time, at) => expect(momentOf(time, from)).toBe(at));

describe('a line of a page', () => {
  const of = { at: '2023-12-01T00:10:00+07:00', visit: 'v', guest: 'g' };
  it.each<[string, Partial<Line>, object | undefined]>([
    ['of an exit says whose', {}, { ...of, what: 'guest-left' }],
    ['of nobody says too little', { whose: undefined }, undefined],
    ['of a report needs what for', { what: 'guest-reported', identityType: 'ktp' }, undefined],
    ['of a report needs to say whether a card was shown', { what: 'guest-reported', purpose: 'segel' }, undefined],
    [
      'of a report says who and what for',
      { what: 'guest-reported', purpose: ' segel ', identityType: 'none' },
      { ...of, what: 'guest-reported', name: { value: 'Tamu Satu' }, identityType: 'none', purpose: { value: 'segel' }, minutesAllowed: 60 },
    ],
    ['of an admission needs a door and a badge', { what: 'guest-admitted', badge: 'T-1' }, undefined],
    ['of an admission says which', { what: 'guest-admitted', badge: 'T-1', door: 'd' }, { ...of, what: 'guest-admitted', door: 'd', badge: 'T-1' }],
    ['of a refusal needs a reason', { what: 'guest-refused' }, undefined],
    ['of a refusal says it', { what: 'guest-refused', reason: 'closed' }, { ...of, what: 'guest-refused', reason: 'closed' }],
  ])('%s', (_, change, expected) => expect(entryOf({ ...line, ...change }, from)).toEqual(expected));
});
