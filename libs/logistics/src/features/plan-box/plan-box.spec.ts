import { specFor } from '#testing';
import { boxPlanned } from '../../domain/box-plan.ts';
import { station } from '../../testing/boxes.ts';
import { planBox } from './plan-box.ts';

const ballots = { item: 'ballot-president', quantity: 293 };
const seals = { item: 'seal', quantity: 4 };
const plan = { station, contest: 'president', contents: [ballots, seals] };
const planned = boxPlanned(plan);

const { given } = specFor(planBox);

describe('plan-box', () => {
  it('says what the box is to hold', () => given({}).when(plan).then(planned));

  it('says it by item, in whatever order it was sent', () =>
    given({})
      .when({ ...plan, contents: [seals, ballots] })
      .then(planned));

  it('takes the place of the plan before', () => {
    const more = { ...plan, contents: [{ ...ballots, quantity: 294 }, seals] };
    return given({ plan: [planned] })
      .when(more)
      .then(boxPlanned(more));
  });

  it('may leave out what was planned before', () => {
    const less = { ...plan, contents: [ballots] };
    return given({ plan: [planned] })
      .when(less)
      .then(boxPlanned(less));
  });

  it('objects to what is planned already, in whatever order', () =>
    given({ plan: [planned] })
      .when({ ...plan, contents: [seals, ballots] })
      .objects('logistics.box-plan-unchanged'));

  it('objects to an item that is named twice', () =>
    given({})
      .when({ ...plan, contents: [ballots, seals, { ...ballots, quantity: 1 }] })
      .objects('logistics.item-planned-twice'));
});
