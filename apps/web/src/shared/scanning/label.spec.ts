import { labelIn, meant } from './label.ts';

const box = '018c2207-0000-7000-8000-a10000000001';
const station = '1601141011-007';

describe('what a code on a box says', () => {
  it.each([
    ['the same in capitals, as some scanners type', `HTTPS://SAKSI.EXAMPLE/GUDANG/BOX/${box.toUpperCase()}`],
    ['the id alone', box],
    ['the id without dashes', box.replaceAll('-', '').toUpperCase()],
    ['the id after letters that a hand hit', `xq${box}`],
  ])('%s: the box', (_, code) => expect(labelIn(code)).toEqual({ kind: 'box', box }));

  it('the QR code of a label: the box, and its station', () =>
    expect(labelIn(`https://saksi.example/gudang/box/${station}/${box}`)).toEqual({ kind: 'box', box, station }));
  it('how the id of the box ends', () => expect(labelIn(' A10000000001 ')).toEqual({ kind: 'ending', ending: 'a10000000001' }));
  it('a station', () => expect(labelIn(station)).toEqual({ kind: 'station', station }));
  it.each([`${station}-PRESIDENT`, `${station} president`, `${station}/president`])('a station and an election: %s', (code) =>
    expect(labelIn(code)).toEqual({ kind: 'station', station, contest: 'president' }),
  );
  it.each(['', 'KPU-00012', '8991234', 'https://example.org/'])('nothing of a box: %s', (code) => expect(labelIn(code)).toBeUndefined());
});

describe('the boxes that a label can mean', () => {
  const boxes = [
    { box, station, contest: 'president' },
    { box: '018c2207-0000-7000-8000-a10000000002', station, contest: 'dpr' },
    { box: '018c2207-0000-7000-8000-b10000000001', station: null, contest: null },
  ];
  const found = (code: string): readonly string[] => {
    const label = labelIn(code);
    return label ? meant(label, boxes).map((each) => each.box.slice(-12)) : [];
  };

  it('are one by its id', () => expect(found(box)).toEqual(['a10000000001']));
  it('are those whose id ends so', () => expect(found('10000000001')).toEqual(['a10000000001', 'b10000000001']));
  it('are those of a station', () => expect(found(station)).toEqual(['a10000000001', 'a10000000002']));
  it('are one of a station and an election', () => expect(found(`${station}-dpr`)).toEqual(['a10000000002']));
});
