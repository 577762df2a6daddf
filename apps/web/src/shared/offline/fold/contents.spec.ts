import type { Content } from '../entry/content.ts';
import { withContents } from './contents.ts';

const told = (name: string, body: Content['body']): Content => ({ name: `logistics.${name}`, headers: {}, body });
const contents = {
  items: [
    { box: 'b1', packedAs: null, station: '1601141011-007', contest: 'president', item: 'ballot-president', planned: 293, drawn: 0, lacking: 293 },
    { box: 'b1', packedAs: null, station: '1601141011-007', contest: 'president', item: 'seal', planned: 4, drawn: 4, lacking: 0 },
  ],
};
const draw = (quantity: number, boundFor = 'b1') => told('draw-from-lot', { item: 'ballot-president', quantity, purpose: 'box', boundFor });
const drawn = (args: object, ...waiting: readonly Content[]) =>
  withContents(contents, args, waiting).items.map((each) => [each.item, each.drawn, each.lacking]);

describe('what boxes are to hold, with what waits', () => {
  it('has what was drawn for them here, and for no other', () =>
    expect(drawn({}, draw(200), draw(50, 'b2'))).toEqual([
      ['ballot-president', 200, 93],
      ['seal', 4, 0],
    ]));

  it('no longer names what lacks nothing since', () => {
    expect(drawn({ lacking: true }, draw(293))).toEqual([]);
    expect(drawn({ differing: true }, draw(294))).toEqual([['ballot-president', 294, 0]]);
  });

  it('knows the box that was packed here', () =>
    expect(withContents(contents, {}, [told('pack-box', { box: 'b9', station: '1601141011-007', contest: 'president' })]).items[0]).toMatchObject({
      packedAs: 'b9',
    }));
});
