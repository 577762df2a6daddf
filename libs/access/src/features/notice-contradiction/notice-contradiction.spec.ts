import { nightAtKemelak, specFor } from '#testing';
import { contradictionId, contradictionNoticed, contradictionSettled } from '../../domain/contradiction.ts';
import { noticeContradiction } from './notice-contradiction.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const one = '018c2207-0000-7000-8000-0000000000a1';
const two = '018c2207-0000-7000-8000-0000000000a2';
const what = 'two-guests-on-one-badge';
const notice = { post, what, about: [two, one], at: nightAtKemelak } as const;
const noticed = contradictionNoticed({ post, what, about: [one, two], at: nightAtKemelak });
const settled = contradictionSettled({ post, what, about: [one, two] });

const { given } = specFor(noticeContradiction);

describe('notice-contradiction', () => {
  it('names what does not fit together', () => given({}).when(notice).then(noticed));

  it('says so again when it had been settled', () =>
    given({ contradiction: [noticed, settled] })
      .when(notice)
      .then(noticed));

  it('objects while it stands', () =>
    given({ contradiction: [noticed] })
      .when(notice)
      .objects('access.contradiction-stands'));

  it('is the same contradiction in whichever order it is told', () => expect(contradictionId(what, [one, two])).toBe(contradictionId(what, [two, one])));
});
