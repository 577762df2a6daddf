import { nightAtKemelak, specFor, told } from '#testing';
import { drawReturned } from '../../domain/lot.events.ts';
import { box, damaged, delivered, destruction, draw, drawn, drawnDamaged, elsewhere, item, lot, ofLot, warehouse } from '../../testing/lots.ts';
import { drawFromLot } from './draw-from-lot.ts';

const minute = 60_000;
const take = { ...ofLot, draw: draw(1), quantity: 300, purpose: 'box', boundFor: box(1) } as const;

const { given } = specFor(drawFromLot);

describe('draw-from-lot', () => {
  it('takes a quantity for a box', () =>
    given({ lot: [delivered(500)] })
      .when(take)
      .then(drawn(1, 300)));

  it('takes the last of it', () =>
    given({ lot: [delivered(500), drawn(2, 200)] })
      .when(take)
      .then(drawn(1, 300)));

  it('takes what came back', () =>
    given({ lot: [delivered(500), drawn(2, 300), drawReturned({ warehouse, item, lot, draw: draw(2), quantity: 300, reason: 'not-needed' })] })
      .when(take)
      .then(drawn(1, 300)));

  describe('of what is damaged', () => {
    const condemn = { ...take, condition: 'damaged', purpose: 'destruction', boundFor: destruction } as const;

    it('takes a quantity to be destroyed', () =>
      given({ lot: [delivered(500), damaged(300)] })
        .when(condemn)
        .then(drawnDamaged(1, 300)));

    it('objects to more than is damaged, however much is good', () =>
      given({ lot: [delivered(500), damaged(300), drawnDamaged(2, 1)] })
        .when(condemn)
        .objects('logistics.fewer-damaged'));

    it('objects to any use but destruction', () =>
      given({ lot: [delivered(500), damaged(300)] })
        .when({ ...condemn, purpose: 'box', boundFor: box(1) })
        .objects('logistics.damaged-not-for-use'));
  });

  it('objects to more than there is: of two people who take the last ones, one is late', () =>
    given({ lot: [delivered(500), drawn(2, 201)] })
      .when(take)
      .objects('logistics.lot-holds-less'));

  it('objects to what was not there yet', () =>
    given({ lot: [told(delivered(500), { effectiveAt: nightAtKemelak + minute })] })
      .when(take)
      .objects('logistics.lot-holds-less'));

  it('objects to what others took afterwards: they would have taken what was not there', () =>
    given({ lot: [delivered(500), told(drawn(2, 201), { effectiveAt: nightAtKemelak + minute })] })
      .when(take)
      .objects('logistics.lot-holds-less'));

  it('objects to the same draw twice', () =>
    given({ lot: [delivered(500), drawn(1, 100)] })
      .when(take)
      .objects('logistics.draw-already-made'));

  it('objects to a lot nobody received', () => given({}).when(take).objects('logistics.lot-not-known'));

  it('objects to a lot that lies in another warehouse', () =>
    given({ lot: [delivered(500, { warehouse: elsewhere })] })
      .when(take)
      .objects('logistics.lot-in-another-warehouse'));

  it('objects to a lot of something else', () =>
    given({ lot: [delivered(500, { item: 'ink' })] })
      .when(take)
      .objects('logistics.lot-of-another-item'));
});
