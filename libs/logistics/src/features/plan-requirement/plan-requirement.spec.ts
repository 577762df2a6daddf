import { specFor } from '#testing';
import { requirementPlanned } from '../../domain/warehouse.ts';
import { item, theWarehouse, warehouse } from '../../testing/lots.ts';
import { planRequirement } from './plan-requirement.ts';

const basis = 'Keputusan KPU 1395/2023';
const plan = { warehouse, item, quantity: 275_881, basis };
const planned = (quantity: number, on = basis) => requirementPlanned({ item, quantity, basis: on });

const { given } = specFor(planRequirement);

describe('plan-requirement', () => {
  it('says how much must go out', () => given({ warehouse: theWarehouse }).when(plan).then(planned(275_881)));

  it('takes the place of the plan before', () =>
    given({ warehouse: [...theWarehouse, planned(270_000)] })
      .when(plan)
      .then(planned(275_881)));

  it('may rest the same amount on another decision', () =>
    given({ warehouse: [...theWarehouse, planned(275_881, 'Keputusan KPU 1000/2023')] })
      .when(plan)
      .then(planned(275_881)));

  it('objects to what is planned already', () =>
    given({ warehouse: [...theWarehouse, planned(275_881)] })
      .when(plan)
      .objects('logistics.requirement-unchanged'));

  it('objects to a warehouse nobody registered', () => given({}).when(plan).objects('logistics.warehouse-not-registered'));
});
