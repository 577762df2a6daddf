import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalBytes, canonicalText, isCanonical, NotCanonical, parseJson } from './canonical.ts';

describe('canonical JSON', () => {
  it('is the example of RFC 8785, §3.2.2 and §3.2.3', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalText(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders keys by UTF-16 code units, as in RFC 8785, §3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      1: 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const names = [...canonicalText(value).matchAll(/:"([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('is what another implementation makes, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => expect(canonicalText(value)).toBe(canonicalize(value))),
      { seed: 1, numRuns: 500 },
    );
  });

  it('comes back as the value it was made of', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const bytes = canonicalBytes(value);
        expect(canonicalBytes(parseJson(bytes))).toEqual(bytes);
        expect(isCanonical(bytes)).toBe(true);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('writes -0 as 0', () => expect(canonicalText([-0])).toBe('[0]'));

  it('takes an instance of a plain class as its fields', () => {
    class Door {
      readonly name = 'A-1';
    }
    expect(canonicalText(new Door())).toBe('{"name":"A-1"}');
  });

  const circular: { self?: object } = {};
  circular.self = circular;
  it.each<[string, unknown, string]>([
    ['a lone surrogate', { words: ['ok', '\ud800'] }, 'words.1'],
    ['a lone surrogate in a key', { a: { '\udc00': 1 } }, 'a.\udc00'],
    ['NaN', { amount: NaN }, 'amount'],
    ['an infinity', [-Infinity], '0'],
    ['undefined', { purpose: undefined }, 'purpose'],
    ['a hole', Array(3), '0'],
    ['a bigint', { position: 1n }, 'position'],
    ['a function', { toJSON: () => 1 }, 'toJSON'],
    ['a symbol', [Symbol('s')], '0'],
    ['a date', { at: new Date(0) }, 'at'],
    ['a map', { by: new Map() }, 'by'],
    ['bytes', { raw: new Uint8Array(1) }, 'raw'],
  ])('refuses %s, and says where but not what', (_, value, path) => {
    const error = caught(() => canonicalBytes(value));
    expect(error).toBeInstanceOf(NotCanonical);
    expect(error).toMatchObject({ path });
  });

  it('refuses what never ends', () => expect(() => canonicalBytes(circular)).toThrow(NotCanonical));

  it.each(['{"b":1,"a":2}', '{"a": 1}', '1.0', '"\\u0041"', '{"a":1', '', '\ufeff1', '{"a":1,"a":1}'])('knows that %s is not canonical', (text) =>
    expect(isCanonical(Buffer.from(text))).toBe(false),
  );

  it('knows that bytes which are not UTF-8 are not canonical', () => expect(isCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toBe(false));
});

function caught(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
