import { sealed, specFor } from '#testing';
import { surplusDestroyed } from '../../domain/destruction.ts';
import { draw, lot, person, village } from '../../testing/boxes.ts';
import { destroySurplus } from './destroy-surplus.ts';

const { given } = specFor(destroySurplus);
const destruction = draw(90);
const minutes = '147/PP.08-BA/1601/2024';
const draws = [{ lot, draw: draw(1) }];
const institutions = ['kpu', 'bawaslu', 'polri'] as const;
const witnesses = institutions.map((institution, index) => ({ institution, person: person(index), name: { value: `Saksi ${institution}` } }));
const destroy = { destruction, village, minutes, draws, witnesses };
const destroyed = surplusDestroyed({
  village,
  minutes,
  draws,
  witnesses: institutions.map((institution, index) => ({ institution, person: person(index), name: sealed(`Saksi ${institution}`) })),
});

describe('destroy-surplus', () => {
  it('destroys before three witnesses what was drawn for it', () =>
    given({ drawn: [draw(1)] })
      .when(destroy)
      .then(destroyed));

  it('objects when an institution has no witness', () =>
    given({ drawn: [draw(1)] })
      .when({ ...destroy, witnesses: witnesses.slice(0, 2) })
      .objects('logistics.witness-missing'));

  it('objects to one person for two institutions', () =>
    given({ drawn: [draw(1)] })
      .when({ ...destroy, witnesses: witnesses.map((witness) => ({ ...witness, person: person(1) })) })
      .objects('logistics.one-witness-for-two'));

  it('objects to what was not drawn for it, or was returned', () => given({ drawn: [] }).when(destroy).objects('logistics.draw-missing'));

  it('objects to recording it twice', () =>
    given({ destruction: [destroyed], drawn: [draw(1)] })
      .when(destroy)
      .objects('logistics.destruction-already-recorded'));
});
