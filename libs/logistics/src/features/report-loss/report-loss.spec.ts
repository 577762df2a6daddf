import { sealed, specFor } from '#testing';
import { lossReported } from '../../domain/lot.events.ts';
import { box, delivered, drawn, elsewhere, item, ofLot, warehouse } from '../../testing/lots.ts';
import { reportLoss } from './report-loss.ts';

const loss = { ...ofLot, quantity: 12 };
const incident = box(9);

const { given } = specFor(reportLoss);

describe('report-loss', () => {
  it('says that a quantity is gone', () =>
    given({ lot: [delivered(500)] })
      .when(loss)
      .then(lossReported({ warehouse, item, quantity: 12 })));

  it('names the incident and how it was noticed', () =>
    given({ lot: [delivered(500)] })
      .when({ ...loss, incident, note: { value: 'terhitung kurang saat sortir' } })
      .then(lossReported({ warehouse, item, quantity: 12, incident, note: sealed('terhitung kurang saat sortir') })));

  it('objects to more than there is', () =>
    given({ lot: [delivered(500), drawn(1, 489)] })
      .when(loss)
      .objects('logistics.lot-holds-less'));

  it('objects to a lot nobody received', () => given({}).when(loss).objects('logistics.lot-not-known'));

  it('objects to a lot that lies in another warehouse', () =>
    given({ lot: [delivered(500, { warehouse: elsewhere })] })
      .when(loss)
      .objects('logistics.lot-in-another-warehouse'));

  it('objects to a lot of something else', () =>
    given({ lot: [delivered(500, { item: 'ink' })] })
      .when(loss)
      .objects('logistics.lot-of-another-item'));
});
