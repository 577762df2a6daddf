import { pack, packable, Packed } from './packed.ts';
import { needles, searchable } from './words.ts';

const texts = ['Budi Santoso', 'Édi  SUSANTO, S.H.', 'Siti Nurhaliza', 'Abdul bin Budiman', 'Ñandú Öztürk'];
const packed = new Packed(pack(texts.map((text, index) => packable({ disclosure: index + 1, subject: index + 10, kind: 0, text: searchable('name', text) }))));
const find = (text: string, kind: 'name' | 'note' = 'name') =>
  [...packed.holding(needles(kind, text).map((needle) => Buffer.from(needle)))].map((index) => texts[index]).reverse();

describe('packed entries', () => {
  it.each([
    ['bud', ['Budi Santoso', 'Abdul bin Budiman']],
    ['BUDI', ['Budi Santoso', 'Abdul bin Budiman']],
    ['san bu', ['Budi Santoso']],
    ['sus', ['Édi  SUSANTO, S.H.']],
    ['edi', ['Édi  SUSANTO, S.H.']],
    ['ozt', ['Ñandú Öztürk']],
    ['nandu', ['Ñandú Öztürk']],
    ['udi', []],
    ['santoso edi', []],
    ['', []],
    ['-', []],
  ])('finds the names with words that begin with %j', (text, found) => expect(find(text)).toEqual(found));

  it('finds whole words only in notes', () => {
    expect(find('budi', 'note')).toEqual(['Budi Santoso']);
    expect(find('santoso', 'note')).toEqual(['Budi Santoso']);
    expect(find('budiman', 'note')).toEqual(['Abdul bin Budiman']);
    expect(find('bud', 'note')).toEqual([]);
  });

  it('keeps numbers, subjects and kinds beside the texts', () =>
    expect([...packed.entries()].map(({ disclosure, subject, kind, bytes }) => [disclosure, subject, kind, Buffer.from(bytes).toString()])).toEqual([
      [1, 10, 0, ' budi santoso '],
      [2, 11, 0, ' edi susanto s h '],
      [3, 12, 0, ' siti nurhaliza '],
      [4, 13, 0, ' abdul bin budiman '],
      [5, 14, 0, ' nandu ozturk '],
    ]));

  it('finds nothing in nothing', () => expect([...new Packed(pack([])).holding([Buffer.from(' a')])]).toEqual([]));

  it('takes identity numbers as one word, however they are grouped', () => {
    expect(searchable('identity-number', '1601 1401-1234.5678')).toBe('1601140112345678');
    expect(needles('identity-number', '16 01')).toEqual([' 1601']);
  });
});
