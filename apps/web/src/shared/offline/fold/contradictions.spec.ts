import type { Content } from '../entry/content.ts';
import { withExplanations } from './contradictions.ts';

const at = '2024-02-12T02:00:00.000Z';
const standing = { items: [{ what: 'box-on-two-trucks', about: ['b1', 'r1', 'r2'], explanations: [] }] };
const explain = (about: readonly string[], what = 'box-on-two-trucks'): Content => ({
  name: 'logistics.explain-contradiction',
  headers: { 'Saksi-Occurred-At': at },
  body: { area: '1601141011', what, about, explanation: { value: 'Label tertukar.' } },
});
const explanations = (args: object, ...waiting: readonly Content[]) => withExplanations(standing, args, waiting).items[0]?.explanations;

describe('what does not fit, with what waits', () => {
  it('stands as explained here, in whichever order it is named', () =>
    expect(explanations({}, explain(['r2', 'b1', 'r1']))).toMatchObject([{ explanation: 'Label tertukar.', at }]));

  it('takes no explanation of another one, nor of an instant', () => {
    expect(explanations({}, explain(['b1', 'r1']), explain(['b1', 'r1', 'r2'], 'seal-on-two-boxes'))).toEqual([]);
    expect(explanations({ at }, explain(['b1', 'r1', 'r2']))).toEqual([]);
  });
});
