import { againstPlan } from './against-plan.ts';

const cameIn = (received: number, corrected?: number) => [
  { term: 'received' as const, quantity: received, events: 1 },
  ...(corrected === undefined ? [] : [{ term: 'corrected' as const, quantity: corrected, events: 1 }]),
];

describe('what came in against the plan', () => {
  it('is short of it, and nothing says why', () =>
    expect(againstPlan({ planned: 100, surplus: -20, cameIn: cameIn(80) })).toMatchObject({ left: -20, isExplained: false }));

  it('is short of it until it is counted again', () =>
    expect(againstPlan({ planned: 100, surplus: -20, cameIn: cameIn(80, 20) })).toMatchObject({ corrected: 20, left: 0, isExplained: true }));

  it('is explained in part', () => expect(againstPlan({ planned: 100, surplus: -20, cameIn: cameIn(80, 15) })).toMatchObject({ left: -5, isExplained: true }));

  it('was as planned, and turned out to be less', () =>
    expect(againstPlan({ planned: 100, surplus: 0, cameIn: cameIn(100, -10) })).toMatchObject({ left: -10, isExplained: false }));

  it('is nothing where nobody planned it', () => expect(againstPlan({ planned: null, surplus: null, cameIn: cameIn(80) })).toBeUndefined());
});
