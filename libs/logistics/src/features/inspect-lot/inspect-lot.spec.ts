import { specFor } from '#testing';
import { lotInspected } from '../../domain/lot.events.ts';
import { delivered, drawn, elsewhere, item, ofLot, warehouse } from '../../testing/lots.ts';
import { inspectLot } from './inspect-lot.ts';

const found = {
  good: 480,
  damaged: [
    { cause: 'rain', quantity: 15 },
    { cause: 'handling', quantity: 5 },
  ],
} as const;
const inspect = { ...ofLot, good: found.good, damaged: [...found.damaged] };
const inspected = lotInspected({ warehouse, item, ...found });

const { given } = specFor(inspectLot);

describe('inspect-lot', () => {
  it('says how many are good and how many damaged, by cause', () =>
    given({ lot: [delivered(500)] })
      .when(inspect)
      .then(inspected));

  it('looks at some of a lot', () =>
    given({ lot: [delivered(5_000)] })
      .when({ ...ofLot, good: 500, damaged: [] })
      .then(lotInspected({ warehouse, item, good: 500, damaged: [] })));

  it('objects to more than there is', () =>
    given({ lot: [delivered(500), drawn(1, 1)] })
      .when(inspect)
      .objects('logistics.lot-holds-less'));

  it('objects to having looked at nothing', () =>
    given({ lot: [delivered(500)] })
      .when({ ...ofLot, good: 0, damaged: [] })
      .objects('logistics.nothing-inspected'));

  it('objects to a lot nobody received', () => given({}).when(inspect).objects('logistics.lot-not-known'));

  it('objects to a lot that lies in another warehouse', () =>
    given({ lot: [delivered(500, { warehouse: elsewhere })] })
      .when(inspect)
      .objects('logistics.lot-in-another-warehouse'));

  it('objects to a lot of something else', () =>
    given({ lot: [delivered(500, { item: 'ink' })] })
      .when(inspect)
      .objects('logistics.lot-of-another-item'));
});
