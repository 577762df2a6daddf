import { InSight } from './seen.ts';

describe('a label before the camera', () => {
  it('comes into sight once, however often it is seen', () => {
    const sight = new InSight();
    expect([0, 100, 900, 1_900, 2_800].map((now) => sight.come(['a'], now))).toEqual([['a'], [], [], [], []]);
  });

  it('comes again after it was away', () => {
    const sight = new InSight();
    sight.come(['a'], 0);
    sight.come([], 800);
    expect(sight.come(['a', 'b', 'b'], 1_300)).toEqual(['a', 'b']);
  });
});
