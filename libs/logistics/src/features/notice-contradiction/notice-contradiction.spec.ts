import { nightAtKemelak, specFor } from '#testing';
import { boxContradictionId, contradictionNoticed, contradictionSettled } from '../../domain/box-contradiction.ts';
import { boxId, draw, otherRun, run, village } from '../../testing/boxes.ts';
import { noticeContradiction } from './notice-contradiction.ts';

const { given } = specFor(noticeContradiction);
const what = 'box-on-two-trucks';
const events = [draw(81), draw(80)];
const notice = { area: village, what, about: [otherRun, run, boxId(1)], events, at: nightAtKemelak } as const;
const about = [boxId(1), run, otherRun];
const noticed = contradictionNoticed({ area: village, what, about, events, at: nightAtKemelak });

describe('notice-contradiction', () => {
  it('names what does not fit together, and the events that say so', () => given({}).when(notice).then(noticed));

  it('says so again when it had been settled', () =>
    given({ contradiction: [noticed, contradictionSettled({ area: village, what, about })] })
      .when(notice)
      .then(noticed));

  it('objects while it stands', () =>
    given({ contradiction: [noticed] })
      .when(notice)
      .objects('logistics.contradiction-stands'));

  it('is the same contradiction in whichever order it is told', () =>
    expect(boxContradictionId(what, about)).toBe(boxContradictionId(what, about.toReversed())));
});
