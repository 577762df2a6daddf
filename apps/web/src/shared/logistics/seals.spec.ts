import { sealsOn } from './seals.ts';

const sealed = (...seals: readonly string[]) => ({ what: 'logistics.box-sealed.v1', seals });
const broken = (seal: string) => ({ what: 'logistics.seal-broken.v1', seals: [seal] });

it('has the seals on a box that were put on and not broken', () => {
  expect(sealsOn([sealed('S-1', 'S-2'), { what: 'logistics.box-received.v1', seals: ['S-9'] }, broken('S-1'), sealed('S-3')])).toEqual(['S-2', 'S-3']);
  expect(sealsOn([broken('S-1'), sealed('S-1')])).toEqual(['S-1']);
});
