import { nightAtKemelak, specFor } from '#testing';
import { contradictionNoticed, contradictionSettled } from '../../domain/box-contradiction.ts';
import { boxId, draw, village } from '../../testing/boxes.ts';
import { settleContradiction } from './settle-contradiction.ts';

const { given } = specFor(settleContradiction);
const named = { area: village, what: 'seal-on-two-boxes' } as const;
const settle = { ...named, about: ['S-001', boxId(2), boxId(1)] };
const about = [boxId(1), boxId(2), 'S-001'];
const noticed = contradictionNoticed({ ...named, about, events: [draw(80), draw(81)], at: nightAtKemelak });
const settled = contradictionSettled({ ...named, about });

describe('settle-contradiction', () => {
  it('says that later facts removed it', () =>
    given({ contradiction: [noticed] })
      .when(settle)
      .then(settled));

  it('objects to one that nobody noticed', () => given({}).when(settle).objects('logistics.contradiction-not-standing'));

  it('objects to settling it twice', () =>
    given({ contradiction: [noticed, settled] })
      .when(settle)
      .objects('logistics.contradiction-not-standing'));
});
