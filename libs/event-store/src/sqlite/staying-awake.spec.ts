import { jest } from '@jest/globals';
import { StayingAwake } from './staying-awake.ts';

describe('the main thread, waiting for an append', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** So many appends, each answered, the next one so long after it, ms; the last one is under way. */
  function after(appends: number, gap: number, alone = true): StayingAwake {
    const awake = new StayingAwake();
    for (let append = 1; append <= appends; append++) {
      awake.posted(alone);
      if (append === appends) break;
      awake.answered();
      jest.advanceTimersByTime(gap);
    }
    return awake;
  }
  const isAwake = (): boolean => jest.getTimerCount() > 0;
  const turn = (): unknown => jest.runOnlyPendingTimers();

  it('stays awake when one append has followed the other at once for a while, until the answer is there', () => {
    const awake = after(9, 0);
    turn();
    expect(isAwake()).toBe(true);
    awake.answered();
    turn();
    expect(isAwake()).toBe(false);
  });

  it('sleeps when the disk takes long', () => {
    after(9, 0);
    jest.advanceTimersByTime(1);
    turn();
    expect(isAwake()).toBe(false);
  });

  it.each([
    ['few have come', after.bind(undefined, 8, 0)],
    ['they come now and then', after.bind(undefined, 20, 1)],
    ['several are under way', after.bind(undefined, 20, 0, false)],
  ])('sleeps at once when %s', (_, come) => {
    come();
    expect(isAwake()).toBe(false);
  });
});
