import { formatInstant, formatWib, parseInstant } from './time.ts';

describe('instants', () => {
  it.each([
    ['2023-12-01T02:13:00+07:00', Date.UTC(2023, 10, 30, 19, 13)],
    ['2023-11-30T19:13:00Z', Date.UTC(2023, 10, 30, 19, 13)],
    ['2023-11-30t14:13:00.5-05:00', Date.UTC(2023, 10, 30, 19, 13, 0, 500)],
    ['2024-02-29T00:00:00.123456789+00:00', Date.UTC(2024, 1, 29, 0, 0, 0, 123)],
  ])('reads %s', (text, instant) => expect(parseInstant(text)).toBe(instant));

  it.each([
    '2023-12-01T02:13:00',
    '2023-12-01',
    '2023-02-29T00:00:00Z',
    '2023-12-01T24:00:00Z',
    '2023-12-01T02:60:00Z',
    '2023-12-01T02:13:60Z',
    '2023-12-01T02:13:00+24:00',
    '2023-12-01T02:13:00+07:60',
    '2023-12-01T02:13:00+0700',
    '1701371580000',
    '',
  ])('does not read %j', (text) => expect(parseInstant(text)).toBeUndefined());

  it('writes what it reads', () => {
    const instant = Date.UTC(2023, 10, 30, 19, 13, 0, 7);
    expect(formatWib(instant)).toBe('2023-12-01T02:13:00.007+07:00');
    expect(parseInstant(formatWib(instant))).toBe(instant);
    expect(parseInstant(formatInstant(instant))).toBe(instant);
  });
});
