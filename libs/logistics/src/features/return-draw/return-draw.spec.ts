import { specFor } from '#testing';
import { drawReturned } from '../../domain/lot.events.ts';
import { damaged, delivered, draw, drawn, drawnDamaged, elsewhere, item, lot, ofLot, warehouse } from '../../testing/lots.ts';
import { returnDraw } from './return-draw.ts';

const back = { ...ofLot, draw: draw(1), quantity: 100, reason: 'not-needed' } as const;
const returned = (quantity: number) => drawReturned({ warehouse, item, lot, draw: draw(1), quantity, reason: 'not-needed' });

const { given } = specFor(returnDraw);

describe('return-draw', () => {
  it('puts back some of what was drawn', () =>
    given({ lot: [delivered(500), drawn(1, 300)] })
      .when(back)
      .then(returned(100)));

  it('puts back the rest', () =>
    given({ lot: [delivered(500), drawn(1, 300), returned(200)] })
      .when(back)
      .then(returned(100)));

  it('puts back what was damaged as damaged', () =>
    given({ lot: [delivered(500), damaged(300), drawnDamaged(1, 300)] })
      .when(back)
      .then(drawReturned({ ...returned(100).data, condition: 'damaged' })));

  it('objects to more than is still out', () =>
    given({ lot: [delivered(500), drawn(1, 300), returned(201)] })
      .when(back)
      .objects('logistics.draw-holds-less'));

  it('objects to a draw nobody made', () =>
    given({ lot: [delivered(500)] })
      .when(back)
      .objects('logistics.draw-not-made'));

  it('objects to a lot nobody received', () => given({}).when(back).objects('logistics.lot-not-known'));

  it('objects to a lot that lies in another warehouse', () =>
    given({ lot: [delivered(500, { warehouse: elsewhere })] })
      .when(back)
      .objects('logistics.draw-not-made', 'logistics.lot-in-another-warehouse'));

  it('objects to a lot of something else', () =>
    given({ lot: [delivered(500, { item: 'ink' })] })
      .when(back)
      .objects('logistics.draw-not-made', 'logistics.lot-of-another-item'));
});
