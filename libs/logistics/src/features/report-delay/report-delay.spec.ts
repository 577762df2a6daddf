import { nightAtKemelak, sealed, specFor } from '#testing';
import { delayReported } from '../../domain/dispatch.ts';
import { arrived, boxId, departed, destination, due, minute, planned, run } from '../../testing/boxes.ts';
import { reportDelay } from './report-delay.ts';

const { given } = specFor(reportDelay);
const later = { destination, reason: 'flood', due: due + 60 * minute } as const;
const delay = { dispatch: run, ...later };
const plan = planned(boxId(1));

describe('report-delay', () => {
  it('gives the run another time', () =>
    given({ dispatch: [plan, departed] })
      .when({ ...delay, note: { value: 'Air setinggi lutut.' } })
      .then(delayReported({ ...later, note: sealed('Air setinggi lutut.') })));

  it('also before it has left', () =>
    given({ dispatch: [plan] })
      .when(delay)
      .then(delayReported(later)));

  it('objects to a run that has arrived', () =>
    given({ dispatch: [plan, departed, arrived] })
      .when(delay)
      .objects('logistics.dispatch-not-going'));

  it('objects to a time that has passed', () =>
    given({ dispatch: [plan, departed] })
      .when({ ...delay, due: nightAtKemelak })
      .objects('logistics.due-in-the-past'));

  it('objects to another destination', () =>
    given({ dispatch: [plan, departed] })
      .when({ ...delay, destination: '160115' })
      .objects('logistics.dispatch-to-elsewhere'));
});
