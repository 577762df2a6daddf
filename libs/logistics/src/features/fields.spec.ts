import { InvalidFields, parseBody } from '#http';
import { limitQuantities, Quantity, QuantityOrNone } from './fields.ts';

class Counted {
  @Quantity('How many') quantity!: number;
  @QuantityOrNone('How many of them are good') good!: number;
}
const faultsOf = (body: object) => {
  try {
    parseBody(Counted, body);
    return [];
  } catch (error) {
    return error instanceof InvalidFields ? error.faults.map(({ path, code, details }) => ({ path, code, details })) : [error];
  }
};

afterEach(() => limitQuantities(1_000_000_000));

describe('a quantity', () => {
  it('is no more than what is configured', () => {
    expect(faultsOf({ quantity: 1_000_000_000, good: 1_000_000_000 })).toEqual([]);
    limitQuantities(250);
    expect(faultsOf({ quantity: 250, good: 250 })).toEqual([]);
    expect(faultsOf({ quantity: 251, good: 251 })).toEqual(['quantity', 'good'].map((path) => ({ path, code: 'too-large', details: { max: 250 } })));
  });

  it('is at least one, where none makes no sense', () => expect(faultsOf({ quantity: 0, good: 0 })).toMatchObject([{ path: 'quantity', code: 'too-small' }]));
});
