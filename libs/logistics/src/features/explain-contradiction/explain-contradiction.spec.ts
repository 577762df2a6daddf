import { nightAtKemelak, sealed, specFor } from '#testing';
import { contradictionExplained, contradictionNoticed, contradictionSettled } from '../../domain/box-contradiction.ts';
import { boxId, draw, otherRun, run, village } from '../../testing/boxes.ts';
import { explainContradiction } from './explain-contradiction.ts';

const { given } = specFor(explainContradiction);
const named = { area: village, what: 'box-on-two-trucks' } as const;
const about = [boxId(1), run, otherRun];
const text = 'Label tertukar; kotak dipindah di Simpang Kemelak.';
const explain = { ...named, about: [otherRun, run, boxId(1)], explanation: { value: text } };
const noticed = contradictionNoticed({ ...named, about, events: [draw(80), draw(81)], at: nightAtKemelak });
const settled = contradictionSettled({ ...named, about });
const explained = contradictionExplained({ ...named, about, explanation: sealed(text) });

describe('explain-contradiction', () => {
  it('says how it came about, in whichever order it is named', () =>
    given({ contradiction: [noticed] })
      .when(explain)
      .then(explained));

  it('takes another explanation beside the first', () =>
    given({ contradiction: [noticed, explained] })
      .when(explain)
      .then(explained));

  it('takes one of what stands again', () =>
    given({ contradiction: [noticed, explained, settled, noticed] })
      .when(explain)
      .then(explained));

  it('objects to one that nobody noticed', () => given({}).when(explain).objects('logistics.contradiction-not-standing'));

  it('objects to one that later facts have settled', () =>
    given({ contradiction: [noticed, explained, settled] })
      .when(explain)
      .objects('logistics.contradiction-not-standing'));
});
