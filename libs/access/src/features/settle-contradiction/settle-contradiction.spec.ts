import { nightAtKemelak, specFor } from '#testing';
import { contradictionNoticed, contradictionSettled } from '../../domain/contradiction.ts';
import { settleContradiction } from './settle-contradiction.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const visit = '018c2207-0000-7000-8000-0000000000a1';
const what = 'left-before-entering';
const settle = { post, what, about: [visit] } as const;
const noticed = contradictionNoticed({ post, what, about: [visit], at: nightAtKemelak });
const settled = contradictionSettled({ post, what, about: [visit] });

const { given } = specFor(settleContradiction);

describe('settle-contradiction', () => {
  it('says that the facts fit now', () =>
    given({ contradiction: [noticed] })
      .when(settle)
      .then(settled));

  it('settles one that stood again', () =>
    given({ contradiction: [noticed, settled, noticed] })
      .when(settle)
      .then(settled));

  it('objects to one that nobody noticed', () => given({}).when(settle).objects('access.contradiction-not-standing'));

  it('objects to settling it twice', () =>
    given({ contradiction: [noticed, settled] })
      .when(settle)
      .objects('access.contradiction-not-standing'));
});
