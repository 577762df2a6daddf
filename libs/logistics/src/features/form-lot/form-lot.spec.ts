import { specFor } from '#testing';
import { lotFormed } from '../../domain/lot.events.ts';
import { backRoom, draw, item, lot, part, warehouse } from '../../testing/lots.ts';
import { formLot } from './form-lot.ts';

const form = { warehouse, item, lot: part, from: lot, split: draw(70), quantity: 200, zone: backRoom };
const formed = lotFormed({ warehouse, item, from: lot, split: draw(70), quantity: 200, zone: backRoom });
const { given } = specFor(formLot);

describe('form-lot', () => {
  it('makes a lot of what was put apart', () => given({}).when(form).then(formed));

  it('objects to forming the same part twice', () =>
    given({ lot: [formed] })
      .when(form)
      .objects('logistics.lot-formed-before'));
});
