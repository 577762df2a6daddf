import { isNewsFor } from './news.ts';

const locked = { context: 'access', projection: 'places' };

describe('a change', () => {
  it('is news for what is answered from that projection', () => expect(isNewsFor(locked, ['access', 'doors', { post: 'p' }])).toBe(true));

  it.each([
    ['of the same context', ['access', 'musters', { post: 'p' }]],
    ['of another', ['identity', 'on-duty', { post: 'p' }]],
  ])('is none for what is answered from others, %s', (_, key) => expect(isNewsFor(locked, key)).toBe(false));

  it('is news for whatever of its context does not say what it is answered from', () => {
    expect(isNewsFor(locked, ['access', 'something-else'])).toBe(true);
    expect(isNewsFor(locked, ['administration', 'something-else'])).toBe(false);
  });
});
