import { againstPlan, asPlanned } from './as-planned.ts';

const plan = [
  { item: 'ballot-president', planned: 293, drawn: 0 },
  { item: 'seal', planned: 4, drawn: 4 },
];
const lots = [
  { lot: 'l1', item: 'ballot-president', quantity: 200 },
  { lot: 'l2', item: 'ballot-president', quantity: 200 },
  { lot: 'l3', item: 'seal', quantity: 90 },
  { lot: 'l4', item: 'ink', quantity: 90 },
];

it('takes what lacks from one lot after the other', () => expect(asPlanned(plan, lots)).toEqual({ l1: '200', l2: '93' }));

it('takes no more than there is', () => expect(asPlanned(plan, lots.slice(0, 1))).toEqual({ l1: '200' }));

it('sets what is typed and what was drawn against the plan, with what is in no plan', () =>
  expect(againstPlan(plan, lots, { l1: '200', l2: '90', l4: '1', l3: '' })).toEqual([
    { item: 'ballot-president', planned: 293, packed: 290 },
    { item: 'seal', planned: 4, packed: 4 },
    { item: 'ink', planned: undefined, packed: 1 },
  ]));
