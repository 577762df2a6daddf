import { Id, Many, Words } from '#http';
import { command } from '#kernel';
import { box, boxAt } from '../../domain/box.ts';
import { boxReceived, sealMismatchFound } from '../../domain/box.events.ts';
import { dispatch } from '../../domain/dispatch.ts';
import { SealNumber } from '../fields.ts';
import { boxOfAnotherStation, OfBox, villageCode } from '../of-box.ts';
import { dispatchNot } from '../of-dispatch.ts';

export class ReceiveBox extends OfBox {
  @Id('The run that brought it') dispatch!: string;
  @Words('The village office that receives it', { pattern: villageCode, example: '1601141011' }) village!: string;
  @Many(SealNumber('Number on a seal, as it was found'), { max: 20 }) seals!: string[];
}

export const receiveBox = command(ReceiveBox)({
  name: 'logistics.receive-box',
  summary: 'A box is taken off its truck at an office, with the seals as they were found; if they are not those that were put on, that is recorded too.',
  records: 'fact',
  roles: ['dispatcher', 'station-officer'],
  scope: ({ station }) => ({ station }),
  writes: { box: (c) => box.at(c.box) },
  reads: { dispatch: (c) => dispatch.at(c.dispatch) },

  objections: {
    'logistics.box-of-another-station': (c, { box }) => boxOfAnotherStation(c, box),
    'logistics.box-not-on-this-run': (c, { box }, { effectiveAt }) => {
      const { place } = boxAt(box, effectiveAt);
      if (place.status !== 'on-truck') return { station: c.station, status: place.status };
      return place.dispatch !== c.dispatch && { station: c.station, status: place.status, dispatch: place.dispatch };
    },
    'logistics.dispatch-not-arrived': (_, { dispatch }, { effectiveAt }) => dispatchNot(dispatch, effectiveAt, 'arrived'),
  },

  notices: {
    'logistics.seals-not-as-sealed': (event) => event.type === sealMismatchFound.type && { sealed: event.data.sealed, found: event.data.found },
  },

  record: ({ station, dispatch, village, seals }, { box }, { effectiveAt }) => {
    const found = [...seals].sort();
    const sealed = boxAt(box, effectiveAt).seals;
    const received = boxReceived({ station, dispatch, village, seals: found });
    const isAsSealed = found.length === sealed.length && found.every((seal, index) => seal === sealed[index]);
    return isAsSealed ? [received] : [received, sealMismatchFound({ station, dispatch, village, sealed, found })];
  },
});
