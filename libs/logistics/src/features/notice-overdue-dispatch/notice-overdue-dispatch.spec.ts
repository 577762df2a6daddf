import { nightAtKemelak, specFor, told } from '#testing';
import { delayReported, dispatchOverdueNoticed } from '../../domain/dispatch.ts';
import { arrived, boxId, departed, destination, due, minute, planned, run } from '../../testing/boxes.ts';
import { noticeOverdueDispatch } from './notice-overdue-dispatch.ts';

const late = { effectiveAt: due + minute };
const { given } = specFor(noticeOverdueDispatch, late);
const notice = { dispatch: run, destination, due };
const noticed = dispatchOverdueNoticed({ destination, due });
const early = { effectiveAt: nightAtKemelak };
const underWay = [told(planned(boxId(1)), early), told(departed, early)];

describe('notice-overdue-dispatch', () => {
  it('says that a run has not arrived by its time', () => given({ dispatch: underWay }).when(notice).then(noticed));

  it('objects to saying so twice', () =>
    given({ dispatch: [...underWay, told(noticed, late)] })
      .when(notice)
      .objects('logistics.overdue-noticed-before'));

  it('objects to a run that has another time now', () =>
    given({ dispatch: [...underWay, told(delayReported({ destination, reason: 'flood', due: due + 60 * minute }), early)] })
      .when(notice)
      .objects('logistics.dispatch-not-overdue'));

  it('objects to a run whose time has not passed', () =>
    given({ dispatch: underWay }).when(notice, { effectiveAt: due }).objects('logistics.dispatch-not-overdue'));

  it('objects to a run that has arrived', () =>
    given({ dispatch: [...underWay, told(arrived, early)] })
      .when(notice)
      .objects('logistics.dispatch-not-going'));
});
