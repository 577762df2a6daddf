import { available, changed } from './quantity.ts';
import type { Change, Ledger } from './quantity.ts';

const ledger = (...changes: readonly (readonly [at: number, quantity: number])[]): Ledger =>
  changes.reduce<Ledger>((all, [at, quantity]) => changed(all, at, quantity), []);
const through = (all: readonly Change[]): readonly number[] => [0, 10, 15, 20, 25, 30].map((at) => available(all, at));

describe('what can be taken', () => {
  it('is what is there, from the instant at which it came', () => expect(through(ledger([10, 500]))).toEqual([0, 500, 500, 500, 500, 500]));

  it('is what others leave, also of what they take later', () => expect(through(ledger([10, 500], [20, -300]))).toEqual([0, 200, 200, 200, 200, 200]));

  it('is what has come by then, and not what comes later', () => expect(through(ledger([10, 500], [20, 300]))).toEqual([0, 500, 500, 800, 800, 800]));

  it('is the same in whichever order it is told', () =>
    expect(through(ledger([20, -300], [30, 100], [10, 500]))).toEqual(through(ledger([10, 500], [20, -300], [30, 100]))));

  it('is nothing where more was taken than there was', () => expect(through(ledger([10, 500], [20, -600]))).toEqual([0, 0, 0, 0, 0, 0]));

  it('is what came after everything had been taken, and only that', () =>
    expect(through(ledger([10, 500], [20, -500], [25, 80]))).toEqual([0, 0, 0, 0, 80, 80]));
});
