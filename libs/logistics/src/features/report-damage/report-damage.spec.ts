import { specFor } from '#testing';
import { damageReported } from '../../domain/lot.events.ts';
import { delivered, drawn, elsewhere, item, ofLot, warehouse } from '../../testing/lots.ts';
import { reportDamage } from './report-damage.ts';

const damage = { ...ofLot, cause: 'rain', quantity: 40 } as const;
const damaged = (quantity: number) => damageReported({ warehouse, item, cause: 'rain', quantity });

const { given } = specFor(reportDamage);

describe('report-damage', () => {
  it('takes what is damaged out of the stock', () =>
    given({ lot: [delivered(500)] })
      .when(damage)
      .then(damaged(40)));

  it('objects to more than there is', () =>
    given({ lot: [delivered(500), drawn(1, 441), damaged(20)] })
      .when(damage)
      .objects('logistics.lot-holds-less'));

  it('objects to a lot nobody received', () => given({}).when(damage).objects('logistics.lot-not-known'));

  it('objects to a lot that lies in another warehouse', () =>
    given({ lot: [delivered(500, { warehouse: elsewhere })] })
      .when(damage)
      .objects('logistics.lot-in-another-warehouse'));

  it('objects to a lot of something else', () =>
    given({ lot: [delivered(500, { item: 'ink' })] })
      .when(damage)
      .objects('logistics.lot-of-another-item'));
});
