import { nightAtKemelak, sealed, specFor } from '#testing';
import { contradictionExplained, contradictionNoticed, contradictionSettled } from '../../domain/contradiction.ts';
import { explainContradiction } from './explain-contradiction.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const [one, two] = ['018c2207-0000-7000-8000-0000000000a1', '018c2207-0000-7000-8000-0000000000a2'] as const;
const named = { post, what: 'two-guests-on-one-badge' } as const;
const text = 'Tanda T-4 dicatat dua kali; tamu kedua memakai T-14.';
const explain = { ...named, about: [two, one], explanation: { value: text } };
const noticed = contradictionNoticed({ ...named, about: [one, two], at: nightAtKemelak });
const settled = contradictionSettled({ ...named, about: [one, two] });
const explained = contradictionExplained({ ...named, about: [one, two], explanation: sealed(text) });

const { given } = specFor(explainContradiction);

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

  it('objects to one that nobody noticed', () => given({}).when(explain).objects('access.contradiction-not-standing'));

  it('objects to one that later facts have settled', () =>
    given({ contradiction: [noticed, explained, settled] })
      .when(explain)
      .objects('access.contradiction-not-standing'));
});
