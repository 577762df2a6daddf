import { specFor } from '#testing';
import { quantityCorrected } from '../../domain/lot.events.ts';
import { delivered, drawn, elsewhere, item, ofLot, warehouse } from '../../testing/lots.ts';
import { correctQuantity } from './correct-quantity.ts';

const correction = { quantity: 25, reason: 'counted-again', authority: 'BA-2023/11/0031' } as const;
const less = { ...ofLot, direction: 'less', ...correction } as const;
const more = { ...ofLot, direction: 'more', ...correction } as const;

const { given } = specFor(correctQuantity);

describe('correct-quantity', () => {
  it('says that there is less', () =>
    given({ lot: [delivered(500)] })
      .when(less)
      .then(quantityCorrected({ warehouse, item, direction: 'less', ...correction })));

  it('says that there is more, also of an empty lot', () =>
    given({ lot: [delivered(500), drawn(1, 500)] })
      .when(more)
      .then(quantityCorrected({ warehouse, item, direction: 'more', ...correction })));

  it('objects to less than nothing', () =>
    given({ lot: [delivered(500), drawn(1, 476)] })
      .when(less)
      .objects('logistics.lot-holds-less'));

  it('objects to a lot nobody received', () => given({}).when(less).objects('logistics.lot-not-known'));

  it('objects to a lot that lies in another warehouse', () =>
    given({ lot: [delivered(500, { warehouse: elsewhere })] })
      .when(less)
      .objects('logistics.lot-in-another-warehouse'));

  it('objects to a lot of something else', () =>
    given({ lot: [delivered(500, { item: 'ink' })] })
      .when(less)
      .objects('logistics.lot-of-another-item'));
});
